import {
  DetectError,
  MalformedError,
  ParseError,
  parseAtomFeed,
  parseJsonFeed,
  parseRdfFeed,
  parseRssFeed,
} from 'feedsmith';
import { InputError } from '../../errors.ts';
import type { Feed, FeedEntry, FeedFormat } from '../../records/feed.ts';
import { decodeText } from '../decode.ts';
import { fromAtom } from './from-atom.ts';
import { fromJson } from './from-json.ts';
import { fromRdf, fromRss } from './from-rss.ts';
import type { FeedParts } from './parts.ts';
import { prepareXml } from './prepare-xml.ts';

/** A feed that came from outside. */
export interface RawFeed {
  readonly bytes: Uint8Array;
  /** As an HTTP header told it. */
  readonly charset?: string | undefined;
  /** Where it came from: what its relative addresses are resolved by. */
  readonly address: string | null;
}

/** A feed of more entries is an archive; the newest come first. */
const MOST_ENTRIES = 5000;
const OPTIONS = { maxItems: MOST_ENTRIES };

const EMPTY: FeedParts = { title: null, link: null, language: null, minutesToLive: null, entries: [] };

/** How a document is read, by its root element. CDF's channel has been written as RSS by then. */
const READERS: Readonly<
  Record<string, { readonly format: FeedFormat; readonly read: (xml: string) => FeedParts }>
> = {
  rss: { format: 'rss', read: (xml) => fromRss(parseRssFeed(xml, OPTIONS)) },
  channel: { format: 'rss', read: (xml) => fromRss(parseRssFeed(xml, OPTIONS)) },
  feed: { format: 'atom', read: (xml) => fromAtom(parseAtomFeed(xml, OPTIONS)) },
  rdf: { format: 'rdf', read: (xml) => fromRdf(parseRdfFeed(xml, OPTIONS)) },
};

/**
 * The feed in a document: RSS, Atom, RDF or JSON Feed, in any encoding and however broken. Entries without title,
 * text, address and id are left out. Throws InputError for what is no feed, and for a document made to take the reader down.
 */
export function readFeed({ bytes, charset, address }: RawFeed): Feed {
  const document = decodeText(bytes, 'The feed', charset).trim();
  const { format, parts } = document.startsWith('{')
    ? readJson(document, address)
    : readXml(document, address);
  return { format, ...parts, entries: parts.entries.filter(holdsSomething).map(tidy) };
}

interface Read {
  readonly format: FeedFormat;
  readonly parts: FeedParts;
}

function readXml(document: string, address: string | null): Read {
  const { root, xml } = prepareXml(document, address);
  const reader = READERS[root];
  if (reader === undefined) throw new InputError(sayNoFeed(root));
  return { format: reader.format, parts: orEmpty(() => reader.read(xml)) };
}

function readJson(document: string, address: string | null): Read {
  let value: unknown;
  try {
    value = JSON.parse(document);
  } catch (cause) {
    throw new InputError('This is neither a feed nor whole JSON: check the address.', { cause });
  }
  if (typeof value !== 'object' || value === null || !('items' in value || 'version' in value)) {
    throw new InputError(sayNoFeed(''));
  }
  return { format: 'json', parts: orEmpty(() => fromJson(parseJsonFeed(value, OPTIONS), address)) };
}

/** The library refuses feeds in which nothing stands; nothing is what they say today. */
function orEmpty(read: () => FeedParts): FeedParts {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof DetectError || cause instanceof ParseError) return EMPTY;
    if (!(cause instanceof MalformedError)) throw cause;
    throw new InputError('This feed is broken in a way that nothing can be read of it.', { cause });
  }
}

function sayNoFeed(root: string): string {
  if (root === 'html') {
    return 'This is a web page, no feed: give the address of its feed, or add it by the page, which may name one.';
  }
  return 'This is no feed: RSS, Atom, RDF and JSON Feed are read.';
}

function holdsSomething({ id, link, title, summary, content }: FeedEntry): boolean {
  return [id, link, title, summary, content].some((part) => part !== null);
}

function tidy(entry: FeedEntry): FeedEntry {
  return { ...entry, authors: distinct(entry.authors), categories: distinct(entry.categories) };
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
}
