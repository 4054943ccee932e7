import type { IngestOutcome } from '../records/view.ts';
import { mapInOrder } from './map-in-order.ts';

/** What became of one item of a batch: its outcome, or the error that kept it out. */
export type ItemOutcome<Item> =
  | { readonly item: Item; readonly outcome: IngestOutcome }
  | { readonly item: Item; readonly error: unknown };

/**
 * Ingests items, at most `atOnce` at a time, and tells what became of them in their order. An item that fails is told as
 * such and never stops the others.
 */
export function ingestMany<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  ingestOne: (item: Item) => Promise<IngestOutcome>,
  atOnce = 1,
): AsyncGenerator<ItemOutcome<Item>> {
  return mapInOrder(items, atOnce, async (item) => {
    try {
      return { item, outcome: await ingestOne(item) };
    } catch (error) {
      return { item, error };
    }
  });
}
