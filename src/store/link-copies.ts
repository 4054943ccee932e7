import { sql } from 'kysely';
import { containment, COPY, type Sketch } from '../records/sketch.ts';
import { batchesOf } from './batches.ts';
import { decodeSketch, encodeSketch } from './sketch-record.ts';
import type { Database } from './tables.ts';

/**
 * How many of a sketch's hashes are looked up, the smallest. Of a copy cut to 30 %, about ten of them are among those
 * of the whole: all of a text's small hashes that are in a part of it are small there, too.
 */
const LOOKED_UP = 32;

/** Of a phrase that more articles have in common, the newest are looked at: copies come close together. */
const ARTICLES_A_HASH = 100;
const MAX_CANDIDATES = 64;

/** A stored article as others are linked to it. */
interface Linkable {
  readonly row_id: number;
  readonly id: string;
  readonly cluster_id: number | null;
}

/** What a new article was linked with. */
export interface Links {
  /** The first stored of the articles it is a copy of, or that are copies of it; null where there are none. */
  readonly copyOf: string | null;
  /** Whether clusters were joined that were apart before. */
  readonly joined: boolean;
}

/**
 * Finds the articles of which a new one is a copy, or which are copies of it, and puts all of them into one cluster.
 * Which article came first makes no difference to the clusters. `twins` have the very same text, however short;
 * `former` is the revision before.
 */
export async function linkCopies(
  database: Database,
  workspaceId: number,
  own: { readonly row_id: number; readonly sketch: Sketch },
  { twins, former }: { readonly twins: readonly Linkable[]; readonly former: Linkable | null },
): Promise<Links> {
  const copies = await findCopies(database, workspaceId, own.sketch);
  await keepSketch(database, workspaceId, own);
  const all = [...twins, ...copies, ...(former === null ? [] : [former])];
  if (all.length === 0) return { copyOf: null, joined: false };
  const labels = new Set(all.map((article) => article.cluster_id ?? article.row_id));
  const cluster = Math.min(...labels);
  const rowIds = [own.row_id, ...all.map((article) => article.row_id)];
  await database
    .updateTable('articles')
    .set({ cluster_id: cluster })
    .where((where) => where.or([where('row_id', 'in', rowIds), where('cluster_id', 'in', [...labels])]))
    .execute();
  return { copyOf: all[0]?.id ?? null, joined: labels.size > 1 };
}

/** The copies of a text that are stored, in the order of storing. */
async function findCopies(
  database: Database,
  workspaceId: number,
  sketch: Sketch,
): Promise<readonly Linkable[]> {
  const candidates = await findCandidates(database, workspaceId, sketch);
  if (candidates.length === 0) return [];
  const rows = await database
    .selectFrom('sketches')
    .innerJoin('articles', 'articles.row_id', 'sketches.article_id')
    .select(['articles.row_id', 'articles.id', 'articles.cluster_id', 'sketches.hashes'])
    .where('sketches.article_id', 'in', candidates)
    .execute();
  return rows
    .filter(({ hashes }) => containment(sketch, decodeSketch(hashes)) >= COPY)
    .toSorted((a, b) => a.row_id - b.row_id);
}

async function findCandidates(
  database: Database,
  workspaceId: number,
  sketch: Sketch,
): Promise<readonly number[]> {
  if (sketch.length === 0) return [];
  const found = sketch.slice(0, LOOKED_UP).map(
    (hash) => sql`SELECT article_id FROM (
      SELECT article_id FROM shingles WHERE workspace_id = ${workspaceId} AND hash = ${hash}
      ORDER BY article_id DESC LIMIT ${ARTICLES_A_HASH}) AS found`,
  );
  const { rows } = await sql<{ article_id: number }>`
    SELECT article_id FROM (${sql.join(found, sql` UNION ALL `)}) AS shared
    GROUP BY article_id ORDER BY count(*) DESC, article_id LIMIT ${MAX_CANDIDATES}`.execute(database);
  return rows.map((row) => row.article_id);
}

async function keepSketch(
  database: Database,
  workspaceId: number,
  { row_id: articleId, sketch }: { readonly row_id: number; readonly sketch: Sketch },
): Promise<void> {
  if (sketch.length === 0) return;
  await database
    .insertInto('sketches')
    .values({ article_id: articleId, hashes: encodeSketch(sketch) })
    .execute();
  const rows = sketch
    .slice(0, LOOKED_UP)
    .map((hash) => ({ workspace_id: workspaceId, hash, article_id: articleId }));
  for (const batch of batchesOf(rows)) await database.insertInto('shingles').values(batch).execute();
}

/** Takes articles out of what copies are recognised by. The cluster of those linked through them stays. */
export async function forgetSketches(database: Database, articleRows: readonly number[]): Promise<void> {
  for (const batch of batchesOf(articleRows)) {
    const sketches = await database
      .selectFrom('sketches')
      .innerJoin('articles', 'articles.row_id', 'sketches.article_id')
      .select(['article_id', 'hashes', 'workspace_id'])
      .where('article_id', 'in', batch)
      .execute();
    for (const { article_id: articleId, hashes, workspace_id: workspaceId } of sketches) {
      await database
        .deleteFrom('shingles')
        .where('workspace_id', '=', workspaceId)
        .where('hash', 'in', decodeSketch(hashes).slice(0, LOOKED_UP))
        .where('article_id', '=', articleId)
        .execute();
    }
    await database.deleteFrom('sketches').where('article_id', 'in', batch).execute();
  }
}
