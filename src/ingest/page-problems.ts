import { FetchError } from '../errors.ts';
import type { FetchedContent } from '../fetch/fetcher.ts';
import { isSealedGoogleNews } from './wrapped-links.ts';

const BY_STATUS: Readonly<Record<number, string>> = {
  401: 'lets only readers who log in see this page (401): give another address.',
  402: 'lets only readers who pay see this page (402): give another address.',
  403: 'does not let programs read this page (403): give another address.',
  404: 'has no page at this address (404): check it.',
  410: 'took this page down for good (410): give another address.',
  429: 'wants fewer requests (429): try again later.',
  451: 'may not show this page for legal reasons (451): give another address.',
};

function sayStatus({ status, retryAfter }: FetchedContent): string {
  if (retryAfter !== null) {
    const time = retryAfter.toISOString().slice(0, 16).replace('T', ' ');
    return `asks to be left alone until ${time} UTC (${status}): try again then.`;
  }
  const known = BY_STATUS[status];
  if (known !== undefined) return known;
  if (status >= 500) return `has a fault of its own (${status}): try again later.`;
  return `gives no page at this address (${status}): check it.`;
}

/** What a person is told of an answer that is no success. */
export function statusProblem({ host }: URL, answer: FetchedContent): FetchError {
  return new FetchError('status', `${host} ${sayStatus(answer)}`);
}

/** Pages that are shown in place of the one that was asked for, told by where the reader was sent. */
function saySentTo(start: URL, end: URL): string | null {
  const said = (pattern: RegExp): boolean => pattern.test(`${end.hostname}${end.pathname}`);
  const isWithin = (pattern: RegExp): boolean =>
    !pattern.test(`${start.hostname}${start.pathname}`) && said(pattern);
  if (isWithin(/^(?:consent|guce|cmp|privacy-mgmt)\.|\/(?:consent|cookie-?wall|privacy-?gate)(?:[/.]|$)/iu)) {
    return 'asks readers to accept cookies first: open it in a browser.';
  }
  if (isWithin(/^(?:login|accounts|auth|sso)\.|\/(?:log-?in|sign-?in|sso|paywall|subscribe)(?:[/.]|$)/iu)) {
    return 'lets only readers who log in see this page: open it in a browser.';
  }
  if (start.pathname.length > 1 && end.pathname === '/' && end.search === '' && sameSite(start, end)) {
    return 'sends readers of this address to its front page, as for a page that is gone: check it.';
  }
  return null;
}

function sameSite(one: URL, other: URL): boolean {
  const bare = ({ hostname }: URL): string => hostname.replace(/^www\./u, '');
  return bare(one) === bare(other);
}

function isFeed(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1000));
  return /^(?:[^<]{0,10}<(?:\?|!--)[^>]*>)*\s*<(?:rss|feed|rdf:RDF)[\s>]/iu.test(start);
}

/** Throws FetchError where an answer is not the page that was asked for, told by its status, address or kind. */
export function requirePage(start: URL, answer: FetchedContent): void {
  const { host } = start;
  if (answer.status < 200 || answer.status >= 300) throw statusProblem(start, answer);
  const end = new URL(answer.finalUrl);
  if (isSealedGoogleNews(end)) {
    const sentence = `${end.host} does not say where this link leads: open it in a browser and give the address that it ends at.`;
    throw new FetchError('not-an-article', sentence);
  }
  const sent = saySentTo(start, end);
  if (sent !== null) throw new FetchError('not-an-article', `${host} ${sent}`);
  if (answer.bytes.length === 0) {
    throw new FetchError('not-an-article', `${host} gives an empty page: try again later.`);
  }
  if (isFeed(answer.bytes)) {
    throw new FetchError(
      'not-an-article',
      `What ${host} gives there is a feed: give the address of an article.`,
    );
  }
}
