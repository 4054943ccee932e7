/**
 * Takes one piece of work after another and does them, `atOnce` at a time, until `take` gives null. Ends when all that was
 * taken has ended; then rejects with the first error there was.
 */
export async function runLanes<Piece>(
  atOnce: number,
  take: () => Promise<Piece | null>,
  work: (piece: Piece) => Promise<void>,
): Promise<void> {
  const goOn = async (first: Piece): Promise<void> => {
    let piece: Piece | null = first;
    while (piece !== null) {
      await work(piece);
      piece = await take();
    }
  };
  const runLane = async (lane: number): Promise<void> => {
    const piece = await take();
    if (piece === null) return;
    // Another lane starts only when there is something to do, so that a tick with nothing due is one look.
    const beside = lane < atOnce ? runLane(lane + 1) : Promise.resolve();
    const ends = await Promise.allSettled([goOn(piece), beside]);
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  };
  await runLane(1);
}
