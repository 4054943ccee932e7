import { createHash } from 'node:crypto';
import { plainText } from '../article/feed/plain-text.ts';
import { isSameSite, siteOf } from '../article/site.ts';
import { AppError, FetchError, InputError } from '../errors.ts';
import { readLink } from '../article/link.ts';
import type { ArticleDraft } from '../records/article.ts';
import type { FeedEntry, FeedText } from '../records/feed.ts';
import type { FeedFilters, FeedSubscription } from '../records/feed-subscription.ts';
import { readFromUrl, type ReadFromUrlDeps } from './ingest-url.ts';
import { isSealedGoogleNews, unwrapLink } from './wrapped-links.ts';

/** A text of so many letters is no teaser, wherever the feed puts it. */
const FULL_SUMMARY = 1500;
const FULL_CONTENT = 500;

const EMPTY = 'An entry holds neither a text nor the address of a page.';

/** How teasers end. */
const CUT_OFF =
  /(?:…|\.\.\.|\[(?:…|\.\.\.|&#8230;)\]|(?:read|learn|see) more|continue reading|weiterlesen|lire la suite)\W*$/iu;

/** The feed an entry is from. */
export type EntrySource = Pick<FeedSubscription, 'id' | 'url'>;

/** Where an entry's link leads, as far as it tells; Google's feeds have wrapped ones. */
function endOf(link: string): string {
  const url = URL.parse(link);
  return url === null ? link : unwrapLink(url).href;
}

/** Whether an entry leads to another site than its feed's, which has not said what the entry says. */
function leadsElsewhere(link: string, { url }: EntrySource): boolean {
  const end = URL.parse(endOf(link));
  return end === null || isSealedGoogleNews(end) || !isSameSite(url, end.href);
}

/**
 * What an entry is known by, the same however often it is seen: its GUID within its feed, and its canonical address in
 * the whole workspace, so that what two feeds carry is taken once. A feed that points at another site's page speaks for
 * itself alone: what that site's own feed carries is still to come. Never empty.
 */
export function entryKeys(
  { id, link, title, published }: FeedEntry,
  feed: EntrySource,
): readonly [string, ...string[]] {
  const address = link === null ? null : canonicalAddress(link);
  const teller = link !== null && leadsElsewhere(link, feed) ? `${siteOf(feed.url)} ` : '';
  const byAddress = address === null ? [] : [`url ${teller}${address}`];
  const words = `words ${feed.id} ${title?.value} ${published}`;
  const [first = words, ...others] = [...(id === null ? [] : [`guid ${feed.id} ${id}`]), ...byAddress];
  return [digest(first), ...others.map(digest)];
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Changes when what the feed says in an entry does, or says of its last change. */
export function entryFingerprint(entry: FeedEntry): string {
  return digest(`${entryText(entry)}\n${entry.updatedAt ?? ''}`).slice(0, 22);
}

function canonicalAddress(link: string): string | null {
  try {
    return readLink(endOf(link)).replace(/^http:/u, 'https:');
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

export interface ReadEntryOptions {
  readonly feed: EntrySource;
  readonly feedTitle: string | null;
  /** Whether the page is not asked for again soon: a fault that may pass is taken for one that does not. */
  readonly isLastTry: boolean;
}

/** These may pass within the hour. */
const PASSING = new Set(['unreachable', 'slow', 'broken']);
/** These say nothing of the page itself. */
export const NOT_TRIED = new Set(['resting', 'stopped']);

/** A teaser of fewer letters says nothing that is worth keeping. */
const SHORTEST_TEASER = 20;

/**
 * The article of an entry: the text in the feed where it is whole and the page is of the feed's own site, else the page it
 * links to. The feed's date goes before the page's. Where the page can't be had, the article is what the feed gives: marked
 * as a teaser where that is not whole, and as told by the feed where the page is another site's. Rejects as `readFromUrl`
 * where the feed gives too little, or the page may be there soon; and with InputError for an entry without text or page.
 */
export async function readEntry(
  entry: FeedEntry,
  options: ReadEntryOptions,
  deps: ReadFromUrlDeps,
): Promise<ArticleDraft> {
  const { link } = entry;
  const whole = wholeText(entry);
  const given = whole ?? entry.content ?? entry.summary;
  if (link === null) {
    if (given === null) throw new InputError(EMPTY);
    return readGiven(entry, given, options, deps);
  }
  const isElsewhere = leadsElsewhere(link, options.feed);
  if (whole !== null && !isElsewhere) return readGiven(entry, whole, options, deps);
  try {
    const published = entry.publishedAt ?? undefined;
    const draft = await readFromUrl(link, deps, { overrides: { published } });
    return complete(draft, entry, options.feedTitle);
  } catch (error) {
    const enough = given !== null && plainText(given).length >= SHORTEST_TEASER;
    if (!enough || !(error instanceof AppError) || maySoonPass(error, whole, options)) throw error;
    const draft = await readGiven(entry, given, options, deps);
    const told = isElsewhere ? toldBy(options) : {};
    return { ...draft, ...told, ...(whole === null ? { teaser: error.userMessage } : {}) };
  }
}

function maySoonPass(error: AppError, whole: FeedText | null, { isLastTry }: ReadEntryOptions): boolean {
  if (!(error instanceof FetchError)) return false;
  return NOT_TRIED.has(error.reason) || (whole === null && !isLastTry && PASSING.has(error.reason));
}

/** Nobody but the feed answers for what it says of another site's page. */
function toldBy({ feed, feedTitle }: ReadEntryOptions): Pick<ArticleDraft, 'outlet' | 'toldBy'> {
  const { host } = new URL(feed.url);
  return { toldBy: host, outlet: feedTitle === null ? host : `${feedTitle} (${host})` };
}

async function readGiven(
  entry: FeedEntry,
  given: FeedText,
  { feedTitle }: ReadEntryOptions,
  deps: ReadFromUrlDeps,
): Promise<ArticleDraft> {
  const draft = await deps.read({
    bytes: Buffer.from(pageOf(entry, given)),
    fileName: null,
    contentType: 'text/html; charset=utf-8',
    overrides: { published: entry.publishedAt ?? undefined, url: entry.link ?? undefined },
  });
  return { ...complete(draft, entry, feedTitle), isLive: true };
}

function complete(draft: ArticleDraft, entry: FeedEntry, feedTitle: string | null): ArticleDraft {
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
