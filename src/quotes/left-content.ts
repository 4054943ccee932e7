import { trim } from './extents.ts';
import { isComma, isDash, isFinite, type Range } from './phrases.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

const QUESTIONED = new Set(['asked', 'pressed', 'questioned', 'quizzed']);

/** How many words and signs of a dateline are looked at. */
const MOST_DATELINE = 14;

/** Where a content that ends before `border` starts: the quotation itself behind a break, else the sentence's start. */
function leftStart(text: string, units: Units, border: number): number {
  let at = border;
  while (at > 0 && units[at]?.quotation === null && units[at]?.pos === 'PUNCT') at--;
  let from = at;
  while (units[from - 1]?.quotation != null) from--;
  const quotation = units[from]?.quotation ?? null;
  const before = units[from - 1];
  const starts =
    quotation !== null && /^\P{L}*\p{Lu}/u.test(text.slice(quotation.innerStart, quotation.innerStart + 3));
  if (starts && before !== undefined && before.pos === 'PUNCT' && before.lower !== ')') return from;
  let open = -1;
  for (let index = 0; index < border; index++) {
    if (units[index]?.lower === '(') open = index;
    if (units[index]?.lower === ')') open = -1;
  }
  return Math.max(open + 1, behindDateline(text, units));
}

/** Past "TALVIN, March 3 (Reuters) —" at a sentence's start; 0 where there is none. */
function behindDateline(text: string, units: Units): number {
  const [place] = units;
  if (place === undefined || !/^\p{Lu}{3,}/u.test(text.slice(place.start, place.end))) return 0;
  const dash = units.findIndex(
    (unit, at) => at < MOST_DATELINE && isDash(unit) && units[at - 1]?.end !== unit.start,
  );
  return dash > 0 && !units.slice(0, dash).some(isFinite) ? dash + 1 : 0;
}

/** The content before an attribution: from the sentence's start, or its own, up to the comma or quotation before it. */
export function leftOf(text: string, units: Units, start: number): Range | null {
  const border = units[start - 1];
  if (border === undefined) return null;
  if (
    !isComma(border) &&
    !isDash(border) &&
    border.quotation === null &&
    border.lower !== '?' &&
    border.lower !== '!'
  )
    return null;
  // "studies that, it says, found no link": the words before the comma go on behind it.
  if (isComma(border) && /^(?:that|which|who|whom)$/u.test(units[start - 2]?.lower ?? '')) return null;
  const left = trim(units, leftStart(text, units, start - 1), start - 1);
  // "Asked whether it sank, Hale declined to say": the question is nothing that Hale said.
  return left !== null && QUESTIONED.has(units[left.from]?.lower ?? '') ? null : left;
}
