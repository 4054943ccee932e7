import type { IngestOutcome } from '../records/view.ts';

/** What became of one item of a batch: its outcome, or the error that kept it out. */
export type ItemOutcome<Item> =
  | { readonly item: Item; readonly outcome: IngestOutcome }
  | { readonly item: Item; readonly error: unknown };

/** Ingests items one after another, in order. An item that fails is told as such and never stops the others. */
export async function* ingestMany<Item>(
  items: Iterable<Item>,
  ingestOne: (item: Item) => Promise<IngestOutcome>,
): AsyncGenerator<ItemOutcome<Item>> {
  for (const item of items) {
    try {
      yield { item, outcome: await ingestOne(item) };
    } catch (error) {
      yield { item, error };
    }
  }
}
