import { isElement, isText, type PageElement, type PageText } from './tree.ts';

/** A paragraph, heading, item or row: a run of text that nothing but line breaks interrupts. */
export interface Block {
  readonly text: string;
  /** How many of its characters stand in links. */
  readonly links: number;
  /** How many of its characters were kept. */
  readonly kept: number;
  /** The innermost element that makes it a block. */
  readonly element: PageElement;
  readonly parents: readonly PageElement[];
}

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary table tbody tfoot thead tr ul`.split(
    /\s+/u,
  ),
);

interface Piece {
  readonly text: string;
  readonly linked: boolean;
  readonly kept: boolean;
}

/** What is being read: the pieces since the last break. */
interface Reading {
  readonly blocks: Block[];
  readonly isKept: (text: PageText) => boolean;
  pieces: Piece[];
}

function lengthOf(pieces: readonly Piece[], which: 'linked' | 'kept'): number {
  return pieces.reduce((sum, piece) => sum + (piece[which] ? piece.text.trim().length : 0), 0);
}

function endBlock(reading: Reading, parents: readonly PageElement[]): void {
  const { pieces } = reading;
  reading.pieces = [];
  const text = pieces.map((piece) => piece.text).join('');
  const element = parents.at(-1);
  if (element === undefined || text.trim() === '') return;
  reading.blocks.push({
    text: text.replace(/ {2,}/gu, ' ').trim(),
    links: lengthOf(pieces, 'linked'),
    kept: lengthOf(pieces, 'kept'),
    element,
    parents,
  });
}

/** Two line breaks are how pages without paragraphs part them. */
function breakLine(reading: Reading, parents: readonly PageElement[]): void {
  const spoken = reading.pieces.findLast((piece) => piece.text.trim() !== '' || piece.text === '\n');
  if (spoken?.text === '\n') endBlock(reading, parents);
  else reading.pieces.push({ text: '\n', linked: false, kept: false });
}

function readInto(
  reading: Reading,
  parents: readonly PageElement[],
  from: PageElement,
  inLink: boolean,
): void {
  for (const node of from.childNodes) {
    if (isText(node)) {
      const text = node.value.replace(/[ \t\n\f\r]+/gu, ' ');
      reading.pieces.push({ text, linked: inLink, kept: reading.isKept(node) });
    } else if (isElement(node)) {
      readElement(reading, parents, node, inLink);
    }
  }
}

function readElement(
  reading: Reading,
  parents: readonly PageElement[],
  element: PageElement,
  inLink: boolean,
): void {
  const { tagName } = element;
  if (tagName === 'br') return breakLine(reading, parents);
  if (tagName === 'td' || tagName === 'th') reading.pieces.push({ text: ' ', linked: false, kept: false });
  if (!BLOCKS.has(tagName)) return readInto(reading, parents, element, inLink || tagName === 'a');
  endBlock(reading, parents);
  const inner = [...parents, element];
  readInto(reading, inner, element, inLink);
  endBlock(reading, inner);
}

/** The blocks below `root`, in the order of the page. */
export function readBlocks(root: PageElement, isKept: (text: PageText) => boolean): readonly Block[] {
  const reading: Reading = { blocks: [], isKept, pieces: [] };
  readElement(reading, [], root, false);
  return reading.blocks;
}
