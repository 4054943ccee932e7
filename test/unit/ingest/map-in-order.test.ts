import { array, assert, asyncProperty, boolean, integer, nat } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapInOrder } from '../../../src/ingest/map-in-order.ts';

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const collected: Value[] = [];
  for await (const value of values) collected.push(value);
  return collected;
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

describe('work on several items at once', () => {
  it('tells every result in the order of the items, and never has more under way than it may', async () => {
    await assert(
      asyncProperty(
        array(nat(40)),
        integer({ min: 1, max: 5 }),
        boolean(),
        async (items, atOnce, isStream) => {
          let underWay = 0;
          let most = 0;
          async function* stream() {
            for (const item of items) {
              await turns(item % 3);
              yield item;
            }
          }
          const results = mapInOrder(isStream ? stream() : items, atOnce, async (item) => {
            underWay += 1;
            most = Math.max(most, underWay);
            await turns(item);
            underWay -= 1;
            return -item;
          });
          expect(await collect(results)).toEqual(items.map((item) => -item));
          expect(most).toBeLessThanOrEqual(atOnce);
        },
      ),
    );
  });

  it('tells a result before the next item comes', async () => {
    const second = Promise.withResolvers<number>();
    async function* slow() {
      yield 1;
      yield await second.promise;
    }
    const results = mapInOrder(slow(), 4, async (item) => item);
    expect(await results.next()).toEqual({ done: false, value: 1 });
    second.resolve(2);
    expect(await results.next()).toEqual({ done: false, value: 2 });
    expect(await results.next()).toEqual({ done: true, value: undefined });
  });

  it('ends with the first error, in its turn', async () => {
    const results = mapInOrder([1, 2, 3, 4], 4, async (item) => {
      if (item % 2 === 0) throw new Error(`no ${item}`);
      return item;
    });
    expect(await results.next()).toEqual({ done: false, value: 1 });
    await expect(results.next()).rejects.toThrow('no 2');
  });
});
