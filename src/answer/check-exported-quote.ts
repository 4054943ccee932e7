import type { Article } from '../records/article.ts';
import type { Stance } from '../records/quote.ts';
import type { ArticleSource, StoredQuote } from '../records/search.ts';
import { GAP, passageAt } from '../records/span.ts';
import type { ExportedQuote } from './exported-answer.ts';
import { normalise } from './verify/normalise.ts';

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}

/** The first thing in which an exported quote is not the stored one. */
function difference(exported: ExportedQuote, stored: StoredQuote): string | null {
  const { content, speaker, saidOn, via, article } = stored;
  if (exported.text !== content.text) return 'Its words are not the stored ones.';
  if (!same(exported.spans, content.spans)) return 'It points at another place of the article.';
  const who = speaker && { name: speaker.name, role: speaker.role, anonymous: speaker.anonymous };
  if (!same(exported.speaker, who)) return 'Its speaker is not the stored one.';
  if (exported.stance !== stored.stance) return 'Its stance is not the stored one.';
  if (!same(exported.saidOn, saidOn && { from: saidOn.from, to: saidOn.to }))
    return 'Its day is not the stored one.';
  if (!same(exported.via, via && { name: via.name })) return 'Its channel is not the stored one.';
  return same(exported.article, sourceOf(article)) ? null : 'Its article is not the stored one.';
}

function sourceOf({ id, title, outlet, url, publishedAt }: ArticleSource): ArticleSource {
  return { id, title, outlet, url, publishedAt };
}

/** Whether every article that is named as another carrier of the words is on file and holds them. */
async function haveCopies(
  { copies = [] }: ExportedQuote,
  { content, article: own }: StoredQuote,
  findArticle: (id: string) => Promise<Article | null>,
): Promise<boolean> {
  const slices = content.text.split(GAP).map((slice) => normalise(slice).trim());
  for (const copy of copies) {
    const article = await findArticle(copy.id);
    if (article === null || copy.id === own.id || !same(copy, sourceOf(article))) return false;
    const text = normalise(article.text);
    if (!slices.every((slice) => text.includes(slice))) return false;
  }
  return true;
}

export async function checkQuote(
  exported: ExportedQuote,
  stored: StoredQuote | null,
  group: Stance,
  findArticle: (id: string) => Promise<Article | null>,
): Promise<string | null> {
  if (stored === null) return 'It is not on file.';
  if (stored.stance !== group) return 'Its stance is not the stored one.';
  const article = await findArticle(stored.article.id);
  if (article === null) return 'Its article is not on file.';
  if (passageAt(article.text, stored.content.spans).text !== stored.content.text) {
    return 'The stored words are not the words of the article at that place.';
  }
  if (!(await haveCopies(exported, stored, findArticle)))
    return 'Another article it names does not carry it.';
  return difference(exported, stored);
}

/** The stored quote as it stood in the revision that the answer was made from, where that one still is on file. */
export async function asExported(
  exported: ExportedQuote,
  stored: StoredQuote,
  findArticle: (id: string) => Promise<Article | null>,
): Promise<StoredQuote> {
  if (exported.article.id === stored.article.id) return stored;
  const former = await findArticle(exported.article.id);
  if (former === null || former.url === null || former.url !== stored.article.url) return stored;
  const content = passageAt(former.text, exported.spans);
  const isSame = normalise(content.text).trim() === normalise(stored.content.text).trim();
  return isSame ? { ...stored, content, article: sourceOf(former) } : stored;
}
