import type { SpeakerSuggestion } from './store.ts';
import { batchesOf } from './batches.ts';
import type { Database, NameKind } from './tables.ts';
import { wordsOf } from './words.ts';

/** A name as it stands in one article, and in how many of its quotes. */
export interface NameUse {
  readonly name: string;
  readonly role: string | null;
  readonly uses: number;
}

/** The names of `speakers` that have one, each once; the last role given stays. */
export function countNames(
  speakers: readonly { name: string | null; role: string | null }[],
): readonly NameUse[] {
  const counted = new Map<string, NameUse>();
  for (const { name, role } of speakers) {
    const key = wordsOf(name ?? '').join(' ');
    if (name === null || key === '') continue;
    const before = counted.get(key) ?? { name, role: null, uses: 0 };
    counted.set(key, { name: before.name, role: role ?? before.role, uses: before.uses + 1 });
  }
  return [...counted.values()];
}

/** Adds the names of an article to those that are suggested. */
export async function addNames(
  database: Database,
  workspaceId: number,
  kind: NameKind,
  names: readonly NameUse[],
): Promise<void> {
  if (names.length === 0) return;
  // In one order everywhere, or two articles stored at once could wait for each other in PostgreSQL.
  const rows = names
    .map((use) => ({ workspace_id: workspaceId, kind, key: wordsOf(use.name).join(' '), ...use }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  for (const batch of batchesOf(rows)) {
    const stored = await database
      .insertInto('names')
      .values(batch)
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'kind', 'key']).doUpdateSet((build) => ({
          uses: build('names.uses', '+', build.ref('excluded.uses')),
          role: build.fn.coalesce('excluded.role', 'names.role'),
        })),
      )
      .returning(['row_id', 'key'])
      .execute();
    const words = stored.flatMap(({ row_id: nameId, key }) =>
      [...new Set(key.split(' '))].map((word) => ({
        workspace_id: workspaceId,
        kind,
        word,
        name_id: nameId,
      })),
    );
    await database
      .insertInto('name_words')
      .values(words)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Takes the names of quotes that are gone from those that are suggested; one that nobody bears any more goes too. */
export async function removeNames(
  database: Database,
  workspaceId: number,
  kind: NameKind,
  names: readonly NameUse[],
): Promise<void> {
  const sorted = names.map(({ name, uses }) => ({ key: wordsOf(name).join(' '), uses }));
  for (const { key, uses } of sorted.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
    const left = await database
      .updateTable('names')
      .set((build) => ({ uses: build('uses', '-', uses) }))
      .where('workspace_id', '=', workspaceId)
      .where('kind', '=', kind)
      .where('key', '=', key)
      .returning(['row_id', 'uses'])
      .executeTakeFirst();
    if (left === undefined || left.uses > 0) continue;
    await database
      .deleteFrom('name_words')
      .where('workspace_id', '=', workspaceId)
      .where('kind', '=', kind)
      .where('word', 'in', key.split(' '))
      .where('name_id', '=', left.row_id)
      .execute();
    await database.deleteFrom('names').where('row_id', '=', left.row_id).execute();
  }
}

/** Names in which each word of `typed` starts a word, most used first; all names when nothing is typed yet. */
export async function suggestNames(
  database: Database,
  workspaceId: number,
  kind: NameKind,
  { typed, limit }: { readonly typed: string; readonly limit: number },
): Promise<readonly SpeakerSuggestion[]> {
  const words = wordsOf(typed);
  if (words.length === 0 && typed.trim() !== '') return [];
  return words
    .reduce(
      (query, word) =>
        query.where('row_id', 'in', (build) =>
          build
            .selectFrom('name_words')
            .select('name_id')
            .where('workspace_id', '=', workspaceId)
            .where('kind', '=', kind)
            .where('word', '>=', word)
            .where('word', '<', `${word}\u{10FFFF}`),
        ),
      database
        .selectFrom('names')
        .select(['name', 'role'])
        .where('workspace_id', '=', workspaceId)
        .where('kind', '=', kind)
        .orderBy('uses', 'desc')
        .orderBy('key')
        .limit(Math.max(0, limit)),
    )
    .execute();
}
