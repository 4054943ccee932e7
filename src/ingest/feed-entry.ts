import { createHash } from 'node:crypto';
import { plainText } from '../article/feed/plain-text.ts';
import { InputError } from '../errors.ts';
import { readLink } from '../article/link.ts';
import type { ArticleDraft } from '../records/article.ts';
import type { FeedEntry, FeedText } from '../records/feed.ts';
import type { FeedFilters } from '../records/feed-subscription.ts';
import { readFromUrl, type ReadFromUrlDeps } from './ingest-url.ts';

/** A text of so many letters is no teaser, wherever the feed puts it. */
const FULL_SUMMARY = 1500;
const FULL_CONTENT = 500;

const EMPTY = 'An entry holds neither a text nor the address of a page.';

/** How teasers end. */
const CUT_OFF =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|&#8230;)\]|(?:read|learn|see) more|continue reading|weiterlesen|lire la suite)\W*$/iu;

/**
 * What an entry is known by, the same however often it is seen: its GUID within its feed, and its canonical address in
 * the whole workspace, so that what two feeds carry is taken once. Never empty.
 */
export function entryKeys({ id, link, title, published }: FeedEntry, feedId: string): readonly string[] {
  const address = link === null ? null : canonicalAddress(link);
  const keys = [
    id === null ? null : `guid ${feedId} ${id}`,
    address === null ? null : `url ${address}`,
  ].filter((key) => key !== null);
  const all = keys.length > 0 ? keys : [`words ${feedId} ${title?.value} ${published}`];
  return all.map((key) => createHash('sha256').update(key).digest('base64url'));
}

function canonicalAddress(link: string): string | null {
  try {
    return readLink(link).replace(/^http:/u, 'https:');
  } catch {
    return null;
  }
}

/** Whether a text holds one of `only` and none of `except`, in any letters' case. */
export function passes(text: string, { only, except }: FeedFilters): boolean {
  const lower = text.toLowerCase();
  const holds = (words: string): boolean => lower.includes(words.toLowerCase());
  return (only.length === 0 || only.some(holds)) && !except.some(holds);
}

/** What the feed itself says in an entry. */
export function entryText({ title, summary, content }: FeedEntry): string {
  return [title, summary, content].map((text) => (text === null ? '' : plainText(text))).join('\n');
}

/**
 * The article of an entry: the text in the feed where it is whole, else the page it links to. The feed's date goes
 * before the page's. Rejects as `readFromUrl`, and with InputError for an entry without text or page.
 */
export async function readEntry(
  entry: FeedEntry,
  feedTitle: string | null,
  deps: ReadFromUrlDeps,
): Promise<ArticleDraft> {
  const published = entry.publishedAt ?? undefined;
  const whole = wholeText(entry);
  if ((whole ?? entry.link ?? entry.summary ?? entry.content) === null) throw new InputError(EMPTY);
  const draft =
    whole === null && entry.link !== null
      ? await readFromUrl(entry.link, deps, { overrides: { published } })
      : await deps.read({
          bytes: Buffer.from(pageOf(entry, whole ?? entry.summary ?? entry.content)),
          fileName: null,
          contentType: 'text/html; charset=utf-8',
          overrides: { published, url: entry.link ?? undefined },
        });
  return {
    ...draft,
    title: draft.title ?? titleOf(entry),
    outlet: draft.outlet ?? feedTitle,
    byline: draft.byline ?? (entry.authors.length > 0 ? entry.authors.join(', ') : null),
  };
}

function titleOf({ title }: FeedEntry): string | null {
  return title === null ? null : plainText(title) || null;
}

function wholeText({ summary, content }: FeedEntry): FeedText | null {
  if (content !== null && isWhole(content, FULL_CONTENT)) return content;
  return summary !== null && isWhole(summary, FULL_SUMMARY) ? summary : null;
}

function isWhole(text: FeedText, shortest: number): boolean {
  const words = plainText(text);
  return words.length >= shortest && !CUT_OFF.test(words);
}

/** A page of its own, as the reader of pages expects one. */
function pageOf(entry: FeedEntry, text: FeedText | null): string {
  const body =
    text?.type === 'html' ? text.value : `<p>${escape(text?.value ?? '').replaceAll(/\n+/gu, '</p><p>')}</p>`;
  const title = escape(titleOf(entry) ?? '');
  return `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
