import { FetchError, InputError } from '../errors.ts';
import type { ArticleDraft } from '../records/article.ts';
import type { ArticleOverrides, RawArticle } from '../article/read.ts';
import type { FetchedContent, Fetcher } from '../fetch/fetcher.ts';
import { leadsAstray, readWebAddress } from '../fetch/guard-url.ts';
import { findOnwardLink } from './onward-link.ts';
import { requirePage } from './page-problems.ts';
import { unsealGoogleNews } from './unseal-google-news.ts';
import { isSealedGoogleNews, unwrapLink } from './wrapped-links.ts';

export interface ReadFromUrlDeps {
  readonly fetcher: Fetcher;
  readonly read: (raw: RawArticle) => Promise<ArticleDraft>;
}

export interface ReadFromUrlOptions {
  readonly overrides?: ArticleOverrides;
  readonly signal?: AbortSignal | undefined;
}

/** Signposts between a link and its article; HTTP redirects are not counted here. */
const MAX_SIGNPOSTS = 3;

const HTML = new Set<string | null>(['text/html', 'application/xhtml+xml', null]);

/**
 * The article at a web address, over redirects, link wrappers and pages that only send readers on; each step goes through
 * the fetcher's guard. Rejects with InputError for an address that is never opened or a page that holds no article, and
 * with FetchError where it can't be had; the sentence says that the text can be pasted or attached instead.
 */
export async function readFromUrl(
  address: string,
  { fetcher, read }: ReadFromUrlDeps,
  { overrides = {}, signal }: ReadFromUrlOptions = {},
): Promise<ArticleDraft> {
  try {
    const { finalUrl, contentType, charset, bytes } = await arrive(address, fetcher, signal);
    const type = `${contentType ?? ''}${charset === null ? '' : `; charset=${charset}`}`;
    const draft = await read({
      bytes,
      fileName: null,
      overrides,
      contentType: type,
      fetchedFrom: finalUrl,
    });
    return { ...draft, isLive: true };
  } catch (error) {
    throw error instanceof FetchError ? withAdvice(error) : error;
  }
}

/** Follows an address to a page that is there to be read. */
async function arrive(
  address: string,
  fetcher: Fetcher,
  signal: AbortSignal | undefined,
): Promise<FetchedContent> {
  let url = unwrapLink(readWebAddress(address));
  let from: URL | null = null;
  for (let signposts = 0; signposts <= MAX_SIGNPOSTS; signposts += 1) {
    const answer = await fetchContent(url, from, { fetcher, signal });
    const onward = await findOnward(answer, { fetcher, signal });
    if (onward === null) {
      requirePage(url, answer);
      return answer;
    }
    from = url;
    url = onward;
  }
  throw new FetchError('redirects', `${url.host} only sends its readers on and on: open it in a browser.`);
}

interface FetchDeps {
  readonly fetcher: Fetcher;
  readonly signal: AbortSignal | undefined;
}

/** `from` is the page that sent us there, whose fault it is when the address is none; null for what a person gave. */
async function fetchContent(
  url: URL,
  from: URL | null,
  { fetcher, signal }: FetchDeps,
): Promise<FetchedContent> {
  try {
    const answer = await fetcher.fetch(url.href, { accept: 'page', signal });
    if (answer.kind === 'content') return answer;
    throw new FetchError('status', `${url.host} gives no page at this address (304): try again later.`);
  } catch (error) {
    throw error instanceof InputError && from !== null ? leadsAstray(from, error) : error;
  }
}

async function findOnward(answer: FetchedContent, deps: FetchDeps): Promise<URL | null> {
  const { finalUrl, status, contentType, bytes } = answer;
  const end = new URL(finalUrl);
  const inner = unwrapLink(end);
  if (inner.href !== end.href) return inner;
  if (status < 200 || status >= 300 || !HTML.has(contentType)) return null;
  const unsealed = isSealedGoogleNews(end) ? await unsealGoogleNews(answer, deps) : null;
  const found = unsealed ?? findOnwardLink(bytes, end);
  return found === null ? null : unwrapLink(found);
}

/** A fetch that failed is told together with the way around it; one that was stopped did not fail. */
function withAdvice(error: FetchError): FetchError {
  if (error.reason === 'stopped') return error;
  const sentence = `${error.userMessage.replace(/\.$/u, '')}, or paste the text or attach it as a file.`;
  const { cause, reason, retryAfter } = error;
  return new FetchError(reason, sentence, { cause, ...(retryAfter === null ? {} : { retryAfter }) });
}
