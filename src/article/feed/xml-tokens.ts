/** A piece of an XML document. Texts and attribute values are as written, with their entities. */
export type XmlToken =
  | {
      readonly kind: 'start';
      readonly name: string;
      readonly attributes: readonly XmlAttribute[];
      readonly empty: boolean;
    }
  | { readonly kind: 'end'; readonly name: string }
  | { readonly kind: 'text'; readonly raw: string }
  | { readonly kind: 'cdata'; readonly text: string }
  | { readonly kind: 'doctype'; readonly raw: string }
  /** The document ends in the middle of a tag, a comment or a section. */
  | { readonly kind: 'cut' };

export interface XmlAttribute {
  readonly name: string;
  readonly raw: string;
}

const NAME = /[\p{L}_:][^\s/<>=]*/uy;
const ATTRIBUTE =
  /\s*(?<name>[^\s=<>"'/]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s>"']+)))?/uy;
const TAG_END = /[\s/]*>/uy;

/** What opens a piece that is no tag, and what ends it. */
const SECTIONS = [
  ['<!--', '-->', null],
  ['<![CDATA[', ']]>', 'cdata'],
  ['<?', '?>', null],
] as const;

/**
 * The pieces of a document that may be malformed in any way, in time linear in its length. A `<` that opens nothing is
 * text; comments and processing instructions are left out.
 */
export function* readXmlTokens(document: string): Generator<XmlToken> {
  let at = 0;
  while (at < document.length) {
    const opening = document.indexOf('<', at);
    const textEnd = opening === -1 ? document.length : opening;
    if (textEnd > at) yield { kind: 'text', raw: document.slice(at, textEnd) };
    if (opening === -1) return;
    const piece = readPiece(document, opening);
    if (piece.token !== null) yield piece.token;
    if (piece.token?.kind === 'cut') return;
    at = piece.end;
  }
}

interface Piece {
  readonly token: XmlToken | null;
  readonly end: number;
}

function readPiece(document: string, at: number): Piece {
  for (const [start, end, kind] of SECTIONS) {
    if (!document.startsWith(start, at)) continue;
    const close = document.indexOf(end, at + start.length);
    if (close === -1) return cut(document);
    const text = document.slice(at + start.length, close);
    return { token: kind === null ? null : { kind, text }, end: close + end.length };
  }
  if (document.startsWith('<!', at)) return readDeclaration(document, at);
  const isEnd = document[at + 1] === '/';
  NAME.lastIndex = at + (isEnd ? 2 : 1);
  const name = NAME.exec(document)?.[0];
  if (name === undefined) {
    const atEnd = at + 1 >= document.length;
    return atEnd ? cut(document) : { token: { kind: 'text', raw: '&lt;' }, end: at + 1 };
  }
  return isEnd ? readEndTag(document, NAME.lastIndex, name) : readStartTag(document, NAME.lastIndex, name);
}

function cut(document: string): Piece {
  return { token: { kind: 'cut' }, end: document.length };
}

/** A DOCTYPE, with the definitions between its brackets; `<!` of any other kind is passed over. */
function readDeclaration(document: string, at: number): Piece {
  const close = document.indexOf('>', at);
  if (close === -1) return cut(document);
  const bracket = document.slice(at, close).indexOf('[');
  const end = bracket === -1 ? close : document.indexOf('>', endOfSubset(document, at + bracket));
  if (end === -1) return cut(document);
  return { token: { kind: 'doctype', raw: document.slice(at, end) }, end: end + 1 };
}

const SUBSET_END = /\]\s*>/gu;

function endOfSubset(document: string, at: number): number {
  SUBSET_END.lastIndex = at;
  return SUBSET_END.exec(document)?.index ?? document.length;
}

function readEndTag(document: string, at: number, name: string): Piece {
  const close = document.indexOf('>', at);
  return close === -1 ? cut(document) : { token: { kind: 'end', name }, end: close + 1 };
}

function readStartTag(document: string, start: number, name: string): Piece {
  const attributes: XmlAttribute[] = [];
  let at = start;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const match = ATTRIBUTE.exec(document)?.groups;
    if (match === undefined) break;
    at = ATTRIBUTE.lastIndex;
    const raw = match['double'] ?? match['single'] ?? match['bare'];
    if (raw !== undefined) attributes.push({ name: match['name'] ?? '', raw });
  }
  TAG_END.lastIndex = at;
  const regular = TAG_END.test(document);
  const close = regular ? TAG_END.lastIndex - 1 : document.indexOf('>', at);
  if (close === -1) return cut(document);
  return { token: { kind: 'start', name, attributes, empty: document[close - 1] === '/' }, end: close + 1 };
}
