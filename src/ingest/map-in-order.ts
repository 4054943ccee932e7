/**
 * Works on several items at once and yields the results in the order of the items, each as soon as it is there. At most
 * `atOnce` items are under way or wait to be taken, so that memory stays flat however many there are. The first error,
 * of the items or of the work, ends it.
 */
export async function* mapInOrder<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const takeItem = async () => ({ kind: 'item', taken: await source.next() }) as const;
  const finish = async (item: Item) => ({ kind: 'result', result: await work(item) }) as const;
  const underWay: ReturnType<typeof finish>[] = [];
  let coming: ReturnType<typeof takeItem> | null = takeItem();
  while (coming !== null || underWay.length > 0) {
    const first = underWay.slice(0, 1);
    const next = await Promise.race(coming !== null && underWay.length < atOnce ? [...first, coming] : first);
    if (next.kind === 'result') {
      void underWay.shift();
      yield next.result;
    } else if (next.taken.done === true) {
      coming = null;
    } else {
      const result = finish(next.taken.value);
      // It is awaited in its turn; an error that comes before that is no unhandled one.
      result.catch(() => {});
      underWay.push(result);
      coming = takeItem();
      coming.catch(() => {});
    }
  }
}
