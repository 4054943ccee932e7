import type { SpeakerSuggestion } from './store.ts';
import { findAlikeWords, trigramsOf } from './alike-words.ts';
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
      .returning(['row_id', 'key', 'uses'])
      .execute();
    const added = new Map(batch.map(({ key, uses }) => [key, uses]));
    await addTrigrams(
      database,
      workspaceId,
      kind,
      stored.filter(({ key, uses }) => added.get(key) === uses).flatMap(({ key }) => key.split(' ')),
    );
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

/** What the words of new names are found by when they are written with a slip. */
async function addTrigrams(
  database: Database,
  workspaceId: number,
  kind: NameKind,
  words: readonly string[],
): Promise<void> {
  const rows = [...new Set(words)]
    .toSorted()
    .flatMap((word) =>
      trigramsOf(word).map((trigram) => ({ workspace_id: workspaceId, kind, trigram, word })),
    );
  for (const batch of batchesOf(rows)) {
    await database
      .insertInto('word_trigrams')
      .values(batch)
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
    await removeTrigrams(database, workspaceId, kind, key.split(' '));
  }
}

/** The words that stand in no name any more. */
async function removeTrigrams(
  database: Database,
  workspaceId: number,
  kind: NameKind,
  words: readonly string[],
): Promise<void> {
  for (const word of words) {
    const borne = await database
      .selectFrom('name_words')
      .select('word')
      .where('workspace_id', '=', workspaceId)
      .where('kind', '=', kind)
      .where('word', '=', word)
      .limit(1)
      .executeTakeFirst();
    if (borne !== undefined) continue;
    await database
      .deleteFrom('word_trigrams')
      .where('workspace_id', '=', workspaceId)
      .where('kind', '=', kind)
      .where('trigram', 'in', trigramsOf(word))
      .where('word', '=', word)
      .execute();
  }
}

/** Names in which each word of `typed` starts a word, most used first; all names when nothing is typed yet. */
export async function suggestNames(
  database: Database,
  workspaceId: number,
  kind: NameKind,
  asked: { readonly typed: string; readonly limit: number },
): Promise<readonly SpeakerSuggestion[]> {
  const { typed, limit } = asked;
  const words = wordsOf(typed);
  if (words.length === 0 && typed.trim() !== '') return [];
  const begun = words.map((word): WordFilter => ({ from: word, to: `${word}\u{10FFFF}` }));
  const found = await listNames(database, { workspaceId, kind, limit }, begun);
  return found.length > 0 ? found : suggestAlike(database, { workspaceId, kind, limit }, words);
}

interface NameRequest {
  readonly workspaceId: number;
  readonly kind: NameKind;
  readonly limit: number;
}

/** A word of a name that lies between two, or is one of several. */
type WordFilter = { readonly from: string; readonly to: string } | { readonly oneOf: readonly string[] };

/** Names as they may have been meant: a word that starts none may be written with a slip. */
async function suggestAlike(
  database: Database,
  request: NameRequest,
  words: readonly string[],
): Promise<readonly SpeakerSuggestion[]> {
  const filters: WordFilter[] = [];
  for (const word of words) {
    const begun: WordFilter = { from: word, to: `${word}\u{10FFFF}` };
    const known = await listNames(database, { ...request, limit: 1 }, [begun]);
    if (known.length > 0) filters.push(begun);
    else filters.push({ oneOf: await findAlikeWords(database, request.workspaceId, request.kind, word) });
  }
  const isHopeless = filters.some((filter) => 'oneOf' in filter && filter.oneOf.length === 0);
  return filters.length === 0 || isHopeless ? [] : listNames(database, request, filters);
}

async function listNames(
  database: Database,
  { workspaceId, kind, limit }: NameRequest,
  filters: readonly WordFilter[],
): Promise<readonly SpeakerSuggestion[]> {
  return filters
    .reduce(
      (query, filter) =>
        query.where('row_id', 'in', (build) => {
          const words = build
            .selectFrom('name_words')
            .select('name_id')
            .where('workspace_id', '=', workspaceId)
            .where('kind', '=', kind);
          return 'oneOf' in filter
            ? words.where('word', 'in', filter.oneOf)
            : words.where('word', '>=', filter.from).where('word', '<', filter.to);
        }),
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
