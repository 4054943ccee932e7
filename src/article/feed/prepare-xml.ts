import { InputError } from '../../errors.ts';
import { createExpander, decodeXml, encodeXml, readEntities } from './entities.ts';
import { resolveAddress } from './resolve-address.ts';
import { readXmlTokens, type XmlAttribute, type XmlToken } from './xml-tokens.ts';

/** A document that is well-formed, with absolute addresses and without definitions of its own. */
export interface PreparedXml {
  /** The root element's local name in lower case; empty for a document without elements. */
  readonly root: string;
  readonly xml: string;
}

interface Element {
  readonly name: string;
  /** Without prefix, in lower case. */
  readonly local: string;
  readonly base: string | null;
  readonly holds: 'text' | 'address' | 'identifier' | 'base64' | 'name';
  /** How many code units of its own text are still taken. */
  room: number;
}

/** Where the document was whole for the last time: after an entry. */
interface SafePlace {
  readonly pieces: number;
  readonly open: readonly Element[];
}

type Start = Extract<XmlToken, { kind: 'start' }>;

const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'url', 'rdf:resource']);
const ADDRESS_ELEMENTS = new Set(['link', 'url', 'uri', 'comments', 'docs']);
/** Persons, in any vocabulary. The library takes time that grows with the square of their length. */
const NAME_ELEMENTS = new Set([
  'author',
  'contributor',
  'creator',
  'managingeditor',
  'webmaster',
  'name',
  'email',
]);
const LONGEST_NAME = 300;
const IDENTIFIER_ELEMENTS = new Set(['id', 'guid']);
const TEXT_ELEMENTS = new Set([
  'title',
  'subtitle',
  'tagline',
  'summary',
  'content',
  'rights',
  'copyright',
  'info',
]);
const ENTRY_ELEMENTS = new Set(['item', 'entry']);

/** Microsoft's Channel Definition Format of 1997: RSS without its root, and with links as attributes. */
const CDF_ROOT = 'channel';

const MOST_DEPTH = 200;

/**
 * Makes a feed's XML fit for a reader that knows nothing of addresses, encodings and breakage: relative addresses are
 * resolved by xml:base and the feed's own address, base64 texts become markup, a document's own entities are put in,
 * tags are closed, and a document that ends too early is cut after its last whole entry.
 * Throws InputError for definitions that unpack without end and for nesting deeper than any feed's.
 */
export function prepareXml(document: string, address: string | null): PreparedXml {
  const pieces: string[] = [];
  let open: Element[] = [];
  let root = '';
  /** Of `<r:rss>`: the prefix of RSS itself, which has no namespace. */
  let ownPrefix = '';
  let expand = createExpander(new Map());
  let safe: SafePlace = { pieces: 0, open: [] };
  let isCut = false;
  for (const token of readXmlTokens(document)) {
    const top = open.at(-1);
    if (token.kind === 'cut') isCut = true;
    else if (token.kind === 'doctype') expand = createExpander(readEntities(token.raw));
    else if (token.kind === 'text') pieces.push(rewriteText(expand(token.raw), top));
    else if (token.kind === 'cdata') pieces.push(rewriteText(encodeXml(token.text), top));
    else if (token.kind === 'end') {
      open = close(open, localName(token.name), pieces);
      if (ENTRY_ELEMENTS.has(localName(token.name))) safe = { pieces: pieces.length, open };
    } else {
      if (root === '') ownPrefix = /^(?<prefix>.*:)rss$/iu.exec(token.name)?.groups?.['prefix'] ?? '';
      const element = elementOf(token, { base: top?.base ?? address, ownPrefix });
      root ||= element.local;
      pieces.push(
        ...writeStart(token, element, expand),
        ...(root === CDF_ROOT ? writeCdfLink(token, element) : []),
      );
      if (!token.empty) open = [...open, element];
      if (open.length > MOST_DEPTH) throw new InputError('This feed is nested deeper than a feed can be.');
    }
  }
  if (isCut || open.some(({ local }) => ENTRY_ELEMENTS.has(local))) {
    pieces.length = safe.pieces;
    open = [...safe.open];
  }
  close(open, open[0]?.local ?? '', pieces);
  return { root, xml: root === CDF_ROOT ? `<rss version="2.0">${pieces.join('')}</rss>` : pieces.join('') };
}

function localName(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}

/** Closes the innermost element of that name and all that is open within it; an end tag of nothing is dropped. */
function close(open: Element[], local: string, pieces: string[]): Element[] {
  const at = open.findLastIndex((element) => element.local === local);
  if (at === -1) return open;
  for (const { name } of open.slice(at).reverse()) pieces.push(`</${name}>`);
  return open.slice(0, at);
}

interface Surroundings {
  readonly base: string | null;
  readonly ownPrefix: string;
}

function elementOf(token: Start, { base: outerBase, ownPrefix }: Surroundings): Element {
  const local = localName(token.name);
  const written = attribute(token.attributes, 'xml:base');
  const base =
    written === undefined ? outerBase : (resolveAddress(decodeXml(written), outerBase) ?? outerBase);
  const holds = contentOf(local, token.attributes);
  const isOwn = ownPrefix !== '' && token.name.startsWith(ownPrefix);
  const name = isOwn ? token.name.slice(ownPrefix.length) : token.name;
  return { name, local, base, holds, room: holds === 'name' ? LONGEST_NAME : Infinity };
}

function contentOf(local: string, attributes: readonly XmlAttribute[]): Element['holds'] {
  if (TEXT_ELEMENTS.has(local) && isBase64(attributes)) return 'base64';
  if (ADDRESS_ELEMENTS.has(local)) return 'address';
  if (NAME_ELEMENTS.has(local)) return 'name';
  if (!IDENTIFIER_ELEMENTS.has(local)) return 'text';
  return attribute(attributes, 'ispermalink')?.toLowerCase() === 'false' ? 'text' : 'identifier';
}

/** Atom 0.3 says so; in Atom 1.0 (RFC 4287, 4.1.3.3) it is what any media type but text and XML means. */
function isBase64(attributes: readonly XmlAttribute[]): boolean {
  const mode = attribute(attributes, 'mode')?.toLowerCase();
  const type = attribute(attributes, 'type')?.toLowerCase() ?? '';
  if (mode !== undefined) return mode === 'base64';
  return type.includes('/') && !/^text\/|[/+]xml$/u.test(type) && attribute(attributes, 'src') === undefined;
}

function attribute(attributes: readonly XmlAttribute[], name: string): string | undefined {
  return attributes.find((candidate) => candidate.name.toLowerCase() === name)?.raw;
}

function writeStart(token: Start, element: Element, expand: (raw: string) => string): string[] {
  const attributes =
    element.holds === 'base64'
      ? [{ name: 'type', raw: 'html' }]
      : token.attributes.map(({ name, raw }) => ({ name, raw: expand(raw) }));
  const written = attributes.map(({ name, raw }) => {
    const isAddress = ADDRESS_ATTRIBUTES.has(name.toLowerCase());
    return ` ${name}="${isAddress ? rewriteAddress(raw, element.base) : raw.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
  });
  return [`<${element.name}${written.join('')}${token.empty ? '/' : ''}>`];
}

function writeCdfLink({ attributes, empty }: Start, { base }: Element): string[] {
  const address = attribute(attributes, 'href');
  return address === undefined || empty ? [] : [`<link>${rewriteAddress(address, base)}</link>`];
}

function rewriteText(raw: string, element: Element | undefined): string {
  if (element === undefined) return '';
  element.room -= raw.length;
  if (element.room < 0) return '';
  if (element.holds === 'address') return rewriteAddress(raw, element.base);
  if (element.holds === 'base64') return encodeXml(decodeBase64(raw));
  const isPath = element.holds === 'identifier' && /^\s*\.{0,2}\//u.test(raw);
  return isPath ? rewriteAddress(raw, element.base) : raw;
}

function rewriteAddress(raw: string, base: string | null): string {
  const written = decodeXml(raw).trim();
  return encodeXml(written === '' ? '' : (resolveAddress(written, base) ?? written));
}

function decodeBase64(raw: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(raw, 'base64'));
  } catch {
    return '';
  }
}
