import type { ArticleDraft } from '../../records/article.ts';
import type { Speaker } from '../../records/quote.ts';
import { newId } from '../ids.ts';
import type { NewQuote } from '../store.ts';
import type { Database } from '../tables.ts';
import { wordsOf } from '../words.ts';
import { areCompatible } from './compatible-roles.ts';
import { speakerKey } from './speaker-key.ts';

/** Somebody who speaks in one article, with all it says of them. */
interface ArticleSpeaker {
  readonly key: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly aliases: readonly string[];
  readonly days: readonly string[];
}

/** A speaker's record: `rowId` for joins, `id` for others. */
export interface LinkedSpeaker {
  readonly rowId: number;
  readonly id: string;
}

/**
 * The records of those who speak in an article, by `speakerKey`; made where there is none. The same whole name and no
 * role that speaks against it is the same speaker. Where two bear the name and nothing tells which one speaks, nobody is
 * linked. The caller holds the workspace's row, so that nobody else makes the same record at once.
 */
export async function linkSpeakers(
  database: Database,
  workspaceId: number,
  quotes: readonly NewQuote[],
  article: Pick<ArticleDraft, 'publishedAt'>,
): Promise<ReadonlyMap<string, LinkedSpeaker>> {
  const linked = new Map<string, LinkedSpeaker>();
  for (const speaker of speakersIn(quotes, article)) {
    const known = await findNamesakes(database, workspaceId, speaker.key);
    const record =
      known.length === 0 ? await addSpeaker(database, workspaceId, speaker) : choose(known, speaker);
    const chosen = record === 'another' ? await addSpeaker(database, workspaceId, speaker) : record;
    if (chosen === null) continue;
    await addRoles(database, chosen.rowId, speaker);
    await addAliases(database, workspaceId, chosen.rowId, speaker.aliases);
    linked.set(speaker.key, chosen);
  }
  return linked;
}

/** In the order of their keys. */
function speakersIn(
  quotes: readonly NewQuote[],
  { publishedAt }: Pick<ArticleDraft, 'publishedAt'>,
): readonly ArticleSpeaker[] {
  const named = quotes.flatMap(({ quote: { speaker, saidOn }, aliases = [] }) => {
    const key = speaker === null ? null : speakerKey(speaker);
    if (speaker === null || key === null) return [];
    const day = saidOn?.to ?? publishedAt?.slice(0, 'YYYY-MM-DD'.length);
    return [{ key, name: speaker.name ?? '', role: roleOf(speaker), aliases, day }];
  });
  return [...Map.groupBy(named, ({ key }) => key)]
    .map(([key, uses]) => ({
      key,
      name: uses[0]?.name ?? '',
      roles: [...new Set(uses.map(({ role }) => role).filter((role) => role !== ''))],
      aliases: [...new Set(uses.flatMap(({ aliases }) => aliases))],
      days: uses.flatMap(({ day }) => day ?? []),
    }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
}

/** A speaker's role as it is kept: with the affiliation; '' where neither is told. */
export function roleOf({ role, affiliation }: Pick<Speaker, 'role' | 'affiliation'>): string {
  return [role, affiliation].filter((part) => part !== null).join(', ');
}

interface Namesake extends LinkedSpeaker {
  readonly roles: readonly string[];
}

async function findNamesakes(
  database: Database,
  workspaceId: number,
  key: string,
): Promise<readonly Namesake[]> {
  const rows = await database
    .selectFrom('speaker_names')
    .innerJoin('speakers', 'speakers.row_id', 'speaker_names.speaker_id')
    .select(['speakers.row_id', 'speakers.id'])
    .where('speaker_names.workspace_id', '=', workspaceId)
    .where('speaker_names.key', '=', key)
    .orderBy('speakers.row_id')
    .execute();
  const ids = rows.map((row) => row.row_id);
  const roles =
    ids.length === 0
      ? []
      : await database
          .selectFrom('speaker_roles')
          .select(['speaker_id', 'role'])
          .where('speaker_id', 'in', ids)
          .execute();
  return rows.map(({ row_id: rowId, id }) => ({
    rowId,
    id,
    roles: roles.filter((role) => role.speaker_id === rowId).map(({ role }) => role),
  }));
}

/** Which of those with this name it is; null where nothing tells. */
function choose(namesakes: readonly Namesake[], { roles }: ArticleSpeaker): LinkedSpeaker | 'another' | null {
  const possible = namesakes.filter((namesake) => areCompatible(namesake.roles, roles));
  if (possible.length === 0) return 'another';
  if (possible.length === 1) return possible[0] ?? null;
  const words = new Set(roles.flatMap(wordsOf));
  const sharing = possible.filter((namesake) =>
    namesake.roles.flatMap(wordsOf).some((word) => words.has(word)),
  );
  return sharing.length === 1 ? (sharing[0] ?? null) : null;
}

async function addSpeaker(
  database: Database,
  workspaceId: number,
  { key, name }: ArticleSpeaker,
): Promise<LinkedSpeaker> {
  const id = newId('p');
  const { row_id: rowId } = await database
    .insertInto('speakers')
    .values({ id, workspace_id: workspaceId, name })
    .returning('row_id')
    .executeTakeFirstOrThrow();
  await database
    .insertInto('speaker_names')
    .values({ workspace_id: workspaceId, key, speaker_id: rowId, name })
    .execute();
  return { rowId, id };
}

async function addAliases(
  database: Database,
  workspaceId: number,
  speakerId: number,
  aliases: readonly string[],
): Promise<void> {
  for (const name of aliases) {
    const key = wordsOf(name).join(' ');
    await database
      .insertInto('speaker_names')
      .values({ workspace_id: workspaceId, key, speaker_id: speakerId, name })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Each role with the first and the last day it was told of. */
async function addRoles(
  database: Database,
  speakerId: number,
  { roles, days }: ArticleSpeaker,
): Promise<void> {
  const sorted = days.toSorted((one, other) => (one < other ? -1 : 1));
  for (const role of roles) {
    const known = await database
      .selectFrom('speaker_roles')
      .select(['first_day', 'last_day'])
      .where('speaker_id', '=', speakerId)
      .where('role', '=', role)
      .executeTakeFirst();
    const all = [known?.first_day, known?.last_day, sorted[0], sorted.at(-1)]
      .filter((day) => day != null)
      .toSorted((one, other) => (one < other ? -1 : 1));
    const row = { first_day: all[0] ?? null, last_day: all.at(-1) ?? null };
    await database
      .insertInto('speaker_roles')
      .values({ speaker_id: speakerId, role, ...row })
      .onConflict((conflict) => conflict.columns(['speaker_id', 'role']).doUpdateSet(row))
      .execute();
  }
}
