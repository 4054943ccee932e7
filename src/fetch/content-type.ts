import { FetchError } from '../errors.ts';

/** What is wanted: an article's page or document, a feed, a site that may be either, or data that a form is answered with. */
export type Wanted = 'page' | 'feed' | 'site' | 'data';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const ANY_TEXT = ['text/html', 'application/xhtml+xml', 'text/plain', 'text/xml', 'application/xml'];
const PAGES = [...ANY_TEXT, 'text/markdown', 'application/pdf', DOCX, 'message/rfc822'];
const FEEDS = [
  ...ANY_TEXT,
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
  'application/json',
  'text/json',
];

const DATA = ['application/json', 'text/json', 'text/plain'];

/** Says nothing of what it is, so the bytes decide. */
const UNTOLD = ['application/octet-stream', 'binary/octet-stream', 'unknown/unknown'];

const READABLE: Readonly<Record<Wanted, ReadonlySet<string>>> = {
  page: new Set([...PAGES, ...UNTOLD]),
  feed: new Set([...FEEDS, ...UNTOLD]),
  site: new Set([...PAGES, ...FEEDS, ...UNTOLD]),
  data: new Set(DATA),
};

/** The `accept` header for what is wanted. */
export const ACCEPT: Readonly<Record<Wanted, string>> = {
  page: 'text/html,application/xhtml+xml;q=0.9,application/pdf;q=0.8,text/plain;q=0.8,*/*;q=0.1',
  feed: 'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1',
  site: 'text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,*/*;q=0.1',
  data: 'application/json,text/plain;q=0.5',
};

export interface ContentType {
  /** Lower case, without parameters: `text/html`. Null where none was told. */
  readonly type: string | null;
  /** As it was told; nothing warrants that it is right or known. */
  readonly charset: string | null;
}

/** Reads a `content-type` header. */
export function readContentType(header: string | null): ContentType {
  const [type = ''] = (header ?? '').split(';', 1);
  const charset = /;\s*charset\s*=\s*"?(?<name>[\w.:-]{1,40})/iu.exec(header ?? '')?.groups?.['name'];
  const trimmed = type.trim().toLowerCase();
  return { type: /^[\w.+-]+\/[\w.+-]+$/u.test(trimmed) ? trimmed : null, charset: charset ?? null };
}

const KINDS: readonly (readonly [start: RegExp, name: string])[] = [
  [/(?:rss|atom|rdf)\+xml|feed\+json/u, 'a feed'],
  [/^image\//u, 'a picture'],
  [/^video\//u, 'a video'],
  [/^audio\//u, 'a recording'],
  [/^font\//u, 'a font'],
  [/(?:zip|compressed|x-tar|x-rar)/u, 'an archive'],
  [/(?:javascript|json|css)/u, 'data for programs'],
];

const MISSING: Readonly<Record<Wanted, string>> = {
  page: 'no page or document with text',
  feed: 'no feed',
  site: 'no feed',
  data: 'no data',
};

/** Throws FetchError for a kind of content that is nothing to read here. */
export function requireReadable(url: URL, type: string | null, wanted: Wanted): void {
  if (type === null || READABLE[wanted].has(type)) return;
  const kind = KINDS.find(([start]) => start.test(type))?.[1] ?? `of the kind ${type.slice(0, 60)}`;
  const asked = MISSING[wanted];
  throw new FetchError(
    'not-readable',
    `What ${url.host} gives there is ${kind}, ${asked}: give another address.`,
  );
}
