import type { Block } from './blocks.ts';
import { fromPublished, isElsewhere, saysChanged, saysPublished } from './markup-date.ts';
import type { PageFacts } from './page-facts.ts';
import { findWrittenDate, type NumberOrder } from './written-date.ts';

/** How far from the headline a line that tells the day of publication stands, in lines. */
const NEAR = 12;
const SHEET = 20;
/** Prose is longer than a line that tells when and by whom. */
const PROSE = 150;

/**
 * The day in a short line near the headline: alone above the first paragraph, or behind "Published on" in any language.
 * `blocks` are all blocks of the page.
 */
export function findDateNearHeadline(
  blocks: readonly Block[],
  {
    title,
    facts,
    order,
    year,
  }: {
    readonly title: string | null;
    readonly facts: PageFacts;
    readonly order: NumberOrder;
    readonly year?: string | undefined;
  },
): string | null {
  const own = blocks.filter(
    ({ parents, links, text }) =>
      links < text.length * 0.5 &&
      !parents.some((parent) => isElsewhere(parent) && !facts.holders.has(parent)),
  );
  const at = title === null ? -1 : own.findIndex(({ text }) => text.includes(title));
  const from = Math.max(0, at - 4);
  const prose = own.findIndex(({ text }, index) => index > at && text.length >= PROSE);
  for (const [index, { text }] of own.entries()) {
    if (
      index === at ||
      index < from ||
      (index < at && isApart(own[index], own[at])) ||
      text.length >= PROSE ||
      saysChanged(text)
    )
      continue;
    const isAbove = index < from + NEAR + 4 && (prose === -1 || index < prose);
    const words = text
      .replace(/[^\p{L}]+/gu, ' ')
      .trim()
      .split(' ').length;
    // Day and month alone, as on a sheet of a calendar.
    if (year !== undefined && text.length > SHEET) continue;
    const line = year === undefined ? text : `${text} ${year}`;
    const date =
      (isAbove && words <= 8) || saysPublished(text) ? findWrittenDate(fromPublished(line), order) : null;
    if (date !== null) return date;
  }
  return (
    findDateline(own[prose]?.text ?? '') ??
    firstDate(own, POSTED, order) ??
    firstDate(own.slice(Math.max(0, prose)), SIGNED, order)
  );
}

/** Whether two blocks share nothing but the page. One that stands in the page itself shares that with all. */
function isApart(one: Block | undefined, other: Block | undefined): boolean {
  const [first, second] = [one?.parents ?? [], other?.parents ?? []];
  return second.length > 2 && first[1] !== second[1];
}

/** What the themes of a thousand blogs write below a post, in a long line. */
const POSTED =
  /\b(?:entry|post|article|story) was (?:posted|published|written|created)(?: by .{1,60}?)? on (?<date>.{8,60})/iu;
/** The last line of a declaration: `Meridian, 4 March 2031`. */
const SIGNED = /^\p{Lu}[\p{L} .’'-]{2,30}, (?<date>[^,]{8,30}(?:, (?:19|20)\d{2})?)\.?$/u;

function firstDate(blocks: readonly Block[], told: RegExp, order: NumberOrder): string | null {
  for (const { text } of blocks) {
    const date = findWrittenDate(told.exec(text)?.groups?.['date'] ?? '', order);
    if (date !== null) return date;
  }
  return null;
}

/** `DROVIA, March 4, 2031 /Newswire/ --`, as the first paragraph of a release begins. */
const DATELINE = /^(?<line>\p{Lu}[\p{L} .,'’-]{1,60}[,(–—-]\s?[^–—]{6,40}?)\)?\s?(?:\/|\(|–|—|-{1,2}\s|:)/u;

function findDateline(prose: string): string | null {
  const line = DATELINE.exec(prose)?.groups?.['line'];
  return line === undefined ? null : findWrittenDate(line);
}
