/** The first things of each list, at most `limit` in all, dealt out in turns so that no list is crowded out. */
export function dealInTurns<Thing>(
  lists: readonly (readonly Thing[])[],
  limit: number,
): readonly (readonly Thing[])[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const kept = lists.map(() => 0);
  let left = limit;
  for (let round = 0; round < longest; round += 1) {
    lists.forEach(({ length }, index) => {
      if (left === 0 || round >= length) return;
      kept[index] = round + 1;
      left -= 1;
    });
  }
  return lists.map((list, index) => list.slice(0, kept[index]));
}
