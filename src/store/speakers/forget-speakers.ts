import { z } from 'zod';
import { batchesOf } from '../batches.ts';
import type { Database } from '../tables.ts';
import { roleOf } from './link-speakers.ts';

/** Brings speakers up to date of whom quotes went: without any quote left they go, else only roles still told stay. */
export async function forgetSpeakers(database: Database, speakerIds: readonly number[]): Promise<void> {
  for (const batch of batchesOf([...new Set(speakerIds)])) {
    await database.deleteFrom('speaker_roles').where('speaker_id', 'in', batch).execute();
    const left = await listUses(database, batch);
    const gone = batch.filter((id) => !left.has(id));
    if (gone.length > 0) {
      await database.deleteFrom('speaker_names').where('speaker_id', 'in', gone).execute();
      await database.deleteFrom('speakers').where('row_id', 'in', gone).execute();
    }
    await forgetAliases(database, [...left.keys()]);
    const roles = [...left].flatMap(([id, uses]) => rolesIn(id, uses));
    for (const some of batchesOf(roles)) await database.insertInto('speaker_roles').values(some).execute();
  }
}

/** Other names that no article which quotes their bearer gives any more. */
async function forgetAliases(database: Database, speakerIds: readonly number[]): Promise<void> {
  if (speakerIds.length === 0) return;
  const aliases = await database
    .selectFrom('speaker_names')
    .innerJoin('speakers', 'speakers.row_id', 'speaker_names.speaker_id')
    .select(['speaker_names.workspace_id', 'speaker_id', 'key', 'speaker_names.name'])
    .where('speaker_id', 'in', speakerIds)
    .whereRef('speaker_names.name', '<>', 'speakers.name')
    .execute();
  for (const { workspace_id: workspaceId, speaker_id: speakerId, key, name } of aliases) {
    const given = await database
      .selectFrom('quotes')
      .innerJoin('articles', 'articles.row_id', 'quotes.article_id')
      .select('articles.row_id')
      .where('quotes.speaker_id', '=', speakerId)
      .where('articles.text', 'like', `%${name.replaceAll(/[\\%_]/g, '_')}%`)
      .limit(1)
      .executeTakeFirst();
    if (given !== undefined) continue;
    await database
      .deleteFrom('speaker_names')
      .where('workspace_id', '=', workspaceId)
      .where('key', '=', key)
      .where('speaker_id', '=', speakerId)
      .execute();
  }
}

/** What a quote's record tells of its speaker and its day. */
const Told = z.object({
  speaker: z.object({ role: z.string().nullable(), affiliation: z.string().nullable() }).nullable(),
  saidOn: z.object({ to: z.string() }).nullable(),
});

/** A quote's role of its speaker and its day. */
interface Use {
  readonly article: number;
  readonly role: string;
  readonly day: string | null;
}

async function listUses(
  database: Database,
  speakerIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Use[]>> {
  const rows = await database
    .selectFrom('quotes')
    .innerJoin('articles', 'articles.row_id', 'quotes.article_id')
    .select(['quotes.speaker_id', 'quotes.article_id', 'quotes.record', 'articles.published_at'])
    .where('quotes.speaker_id', 'in', speakerIds)
    .execute();
  const uses = new Map<number, Use[]>();
  for (const { speaker_id: speakerId, article_id: article, record, published_at: publishedAt } of rows) {
    if (speakerId === null) continue;
    const { speaker, saidOn } = Told.parse(JSON.parse(record));
    const day = saidOn?.to ?? publishedAt?.slice(0, 'YYYY-MM-DD'.length) ?? null;
    const use = { article, role: speaker === null ? '' : roleOf(speaker), day };
    uses.set(speakerId, [...(uses.get(speakerId) ?? []), use]);
  }
  return uses;
}

/** As linking enters them: a role that an article tells holds for every day the article quotes its bearer on. */
function rolesIn(speakerId: number, uses: readonly Use[]) {
  const days = new Map<string, string[]>();
  for (const own of Map.groupBy(uses, ({ article }) => article).values()) {
    const told = own.flatMap(({ day }) => day ?? []);
    for (const { role } of own) if (role !== '') days.set(role, [...(days.get(role) ?? []), ...told]);
  }
  return [...days].map(([role, known]) => {
    const sorted = known.toSorted((one, other) => (one < other ? -1 : 1));
    return { speaker_id: speakerId, role, first_day: sorted[0] ?? null, last_day: sorted.at(-1) ?? null };
  });
}
