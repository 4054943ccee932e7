import { bare } from './bare.ts';
import type { Block } from './blocks.ts';
import { isNamedBody } from './main-element.ts';
import { ASIDE, BEHIND, BYLINE, COMMENTS, CREDIT, HEAD_LINE, LABEL, LEAD_AWAY } from './phrases.ts';
import type { PageElement } from './tree.ts';
import { findWrittenDate } from './written-date.ts';

const HEADING = /^h[1-6]$/u;
/** Prose has a sentence or so; labels, bylines and credits are shorter. */
const PROSE = 80;

const linkShare = ({ text, links }: Block): number => links / Math.max(1, text.length);
const isHeading = ({ parents }: Block): boolean => parents.some(({ tagName }) => HEADING.test(tagName));
const isProse = (block: Block): boolean => block.text.length >= PROSE && linkShare(block) < 0.5;

function isJunk(block: Block): boolean {
  const { text } = block;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (text.length <= 60 && LABEL.test(text)) return true;
  if (text.length <= 250 && LEAD_AWAY.test(text) && (linkShare(block) > 0.3 || text.length <= PROSE))
    return true;
  if (text.length <= 150 && CREDIT.test(text)) return true;
  if (text.length <= 250 && linkShare(block) > 0.2 && ASIDE.test(text)) return true;
  return /^(?:https?:\/\/\S+|[\d\s.,:/T+Z-]+)$/u.test(text) && text.length > 4 && !inTable(block);
}

const inTable = ({ parents }: Block): boolean => parents.some(({ tagName }) => tagName === 'tr');

/** Items and lines that are links and nothing else, two or more in a row: a list of other articles. */
function withoutLinkLists(blocks: readonly Block[]): readonly Block[] {
  const isLink = (block: Block | undefined): boolean =>
    block !== undefined && block.text.length > 0 && linkShare(block) > 0.8 && !isHeading(block);
  return blocks.filter(
    (block, at) =>
      !(isLink(block) && (isLink(blocks[at - 1]) || isLink(blocks[at + 1]) || /.{25}|\n/u.test(block.text))),
  );
}

/** The lines above the first paragraph that repeat the headline or tell when and by whom. */
function withoutHead(blocks: readonly Block[], title: string | null): readonly Block[] {
  const first = blocks.findIndex((block) => isProse(block) && bare(block.text) !== bare(title ?? ''));
  const wanted = bare(title ?? '');
  return blocks.filter(({ text, parents }, at) => {
    if (wanted.length > 10 && at <= Math.max(first, 3) && bare(text) === wanted) return false;
    if (parents.some(({ tagName }) => tagName === 'h1')) return false;
    if (at >= first || text.length > 120) return true;
    return !isHeadLine(text);
  });
}

/** A line that tells when and by whom; a sentence would end with a full stop. */
const isHeadLine = (text: string): boolean =>
  HEAD_LINE.test(text) ||
  BYLINE.test(text) ||
  (findWrittenDate(text, 'day-first') !== null && !/[.!?]$/u.test(text));

/** The same where nothing but line breaks parts headline, day and text. */
function withoutHeadLines(blocks: readonly Block[], title: string | null): readonly Block[] {
  const [first, ...others] = blocks;
  const lines = first?.text.split('\n') ?? [];
  const isTitle = (line: string): boolean => line.length > 10 && bare(title ?? '').includes(bare(line));
  const start = lines.findIndex((line) => line.length > 120 || (!isTitle(line) && !isHeadLine(line)));
  if (first === undefined || start <= 0) return blocks;
  return [{ ...first, text: lines.slice(start).join('\n') }, ...others];
}

/** A call to the reader, a credit or a list of topics. What is quoted is none of them. */
function isAside({ text, links }: Block): boolean {
  return text.length <= (links > 0 ? 400 : 120) && ASIDE.test(text) && !/["“”„«»]/u.test(text);
}

/** A day and nothing else; one behind a place signs a declaration. */
const isDay = ({ text }: Block): boolean =>
  text.length <= 50 &&
  !/^\p{L}[\p{L} ]+, \d|^[—–]|[.!?]$/u.test(text) &&
  findWrittenDate(text, 'day-first') !== null;

/** What stands behind the last paragraph: calls to subscribe, credits, single links, headings of lists that are gone. */
function withoutTail(blocks: readonly Block[]): readonly Block[] {
  const isLink = (block: Block): boolean => block.text.length <= PROSE && linkShare(block) > 0.5;
  const end = blocks.findLastIndex(
    (block) => !isHeading(block) && !isAside(block) && !isLink(block) && !isDay(block),
  );
  return blocks.slice(0, end + 1);
}

/** Readers' comments under a heading that says so, behind what is a whole article. */
function withoutComments(blocks: readonly Block[]): readonly Block[] {
  const from = blocks.findIndex(
    (block, at) =>
      at > 2 &&
      block.text.length <= 60 &&
      (isHeading(block) || /\d/u.test(block.text)) &&
      COMMENTS.test(block.text),
  );
  return from === -1 ? blocks : blocks.slice(0, from);
}

/** More of a text than this does not stand behind the article, whatever its heading says. */
const MOST_BEHIND = 0.4;

/** What stands behind the article under a heading that says so. */
function withoutBehind(blocks: readonly Block[]): readonly Block[] {
  const from = blocks.findIndex((block) => isHeading(block) && BEHIND.test(block.text));
  if (from === -1) return blocks;
  const lengthOf = (some: readonly Block[]): number => some.reduce((sum, { text }) => sum + text.length, 0);
  return lengthOf(blocks.slice(from)) < lengthOf(blocks) * MOST_BEHIND ? blocks.slice(0, from) : blocks;
}

/** So many paragraphs in a row tell that a text is there twice: interviews repeat a question, too. */
const LONGEST_ECHO = 3;

/** Without the second of two equal texts: some pages hold theirs twice, for small screens and for large ones. */
function withoutRepeat(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(isProse);
  const second = blocks.findIndex(({ text }, at) => at > first && text === blocks[first]?.text);
  if (first === -1 || second === -1) return blocks;
  const isEqual = (at: number): boolean => blocks[second + at]?.text === blocks[first + at]?.text;
  let length = 0;
  while (second + length < blocks.length && first + length < second && isEqual(length)) length += 1;
  return length < LONGEST_ECHO ? blocks : blocks.toSpliced(second, length);
}

/** Of what was found, the share from which on the element that holds it is the article's body: one named so, a row of a layout's table. */
const BODY_SHARE = { named: 0.75, row: 0.85 };

/** Where one element is the article's body and holds nearly all of what was found, the rest is not of it. */
function withinBody(blocks: readonly Block[]): readonly Block[] {
  const lengths = new Map<PageElement, number>();
  let all = 0;
  for (const { text, parents } of blocks) {
    all += text.length;
    for (const parent of parents)
      if (parent.tagName === 'tr' || isNamedBody(parent))
        lengths.set(parent, (lengths.get(parent) ?? 0) + text.length);
  }
  const body = [...lengths].findLast(
    ([{ tagName }, length]) => length >= all * BODY_SHARE[tagName === 'tr' ? 'row' : 'named'],
  )?.[0];
  return body === undefined ? blocks : blocks.filter(({ parents }) => parents.includes(body));
}

/** The blocks of an article without what stands around and between its paragraphs. */
export function cleanBlocks(found: readonly Block[], title: string | null): readonly Block[] {
  const within = withinBody(found);
  const own = withoutRepeat(withoutBehind(withoutComments(within)).filter((block) => !isJunk(block)));
  const cleaned = withoutHeadLines(withoutTail(withoutHead(withoutLinkLists(own), title)), title);
  return cleaned.length > 0 ? cleaned : within;
}
