import { PRONOUNS, TIME_WORDS } from './lexicon/words.ts';
import type { Unit } from './sentences.ts';

/** An inclusive range of units of one sentence. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

type Units = readonly Unit[];

const HEADS = new Set(['NOUN', 'PROPN', 'PRON', 'NUM']);
const INSIDE = new Set(['NOUN', 'PROPN', 'NUM', 'ADJ', 'DET', 'PART', 'SYM']);
const DETERMINERS = new Set(
  'the a an this that these those his her its their our my your some any many several two three four five both all one another no every each most'.split(
    ' ',
  ),
);
/** Prepositions that tie one noun phrase to another: "a spokesman for the ministry". */
const TYING = new Set('of for at in from with to on by about under near within behind against'.split(' '));

export const isVerb = (unit: Unit | undefined): boolean => unit?.pos === 'VERB' || unit?.pos === 'AUX';
export const isFinite = (unit: Unit | undefined): boolean =>
  unit !== undefined && (unit.pos === 'AUX' || (unit.pos === 'VERB' && !unit.lower.endsWith('ing')));
export const isComma = (unit: Unit | undefined): boolean => unit?.lower === ',';
const DASHES = new Set(['—', '–', '―', '-']);
export const isDash = (unit: Unit | undefined): boolean =>
  unit !== undefined && DASHES.has(unit.lower[0] ?? '') && /^(?:[—–―]|-+)$/u.test(unit.lower);

const JOINTS = new Set(['-', '–', '/', '&', '.', "'", '’']);

/** A hyphen inside a compound such as `so-called`: no space on either side. */
function joins(units: Units, at: number): boolean {
  const unit = units[at];
  if (unit === undefined || !JOINTS.has(unit.lower)) return false;
  if (unit.lower === '&') return units[at - 1]?.capital === true && units[at + 1]?.capital === true;
  return units[at - 1]?.end === unit.start && units[at + 1]?.start === unit.end;
}

export function isHead(unit: Unit | undefined): boolean {
  if (unit === undefined) return false;
  if (unit.quotation !== null) return false;
  return HEADS.has(unit.pos) || (unit.capital && unit.pos === 'X');
}

/** The start of a parenthesis that closes at `at`, or -1 when it is longer than a party and state would be. */
function parenthesisStart(units: Units, at: number): number {
  for (let index = at - 1; index >= 0 && index > at - 12; index--)
    if (units[index]?.lower === '(') return index;
  return -1;
}

/** "On Tuesday | Ann Hale", "on 3 March | Ann Hale": a day that stands before a name and is no part of it. */
function endsDate(units: Units, at: number): boolean {
  const day = units[at];
  if (day === undefined || !day.capital || !TIME_WORDS.has(day.lower)) return false;
  const before = units[at - 1];
  return before?.pos === 'NUM' || (before?.pos === 'ADP' && !NAME_MONTHS.has(day.lower));
}

/**
 * The base noun phrase that ends at `at`: determiner, adjectives, nouns, names, possessors, a short parenthesis
 * behind a name. Null where no noun phrase ends there.
 */
export function nounPhraseEndingAt(units: Units, at: number): Range | null {
  let index = at;
  if (units[index]?.lower === ')') {
    const opened = parenthesisStart(units, index);
    if (opened <= 0) return null;
    index = opened - 1;
  }
  const head = units[index];
  if (head === undefined || !isHead(head)) return null;
  if (PRONOUNS.has(head.lower)) return { from: index, to: at };
  let from = index;
  while (from > 0) {
    const previous = units[from - 1];
    const here = units[from];
    if (previous === undefined || here === undefined) break;
    if (DETERMINERS.has(here.lower) && !(previous.lower === 'all' || previous.lower === 'both')) {
      const named = here.capital && previous.capital && previous.pos === 'PROPN';
      if (previous.lower !== "'s" && !joins(units, from - 1) && !named) break;
    }
    const possessive = previous.lower === "'s" || previous.lower === "'";
    if (here.capital && endsDate(units, from - 1)) break;
    if (
      joins(units, from - 1) ||
      joins(units, from) ||
      possessive ||
      INSIDE.has(previous.pos) ||
      (previous.pos === 'PRON' && DETERMINERS.has(previous.lower)) ||
      (previous.pos === 'VERB' && isParticipleInside(units, from - 1)) ||
      (previous.pos === 'ADV' && here.pos === 'ADJ')
    ) {
      from--;
      continue;
    }
    break;
  }
  return { from, to: at };
}

/** A participle used as an adjective: "the leading candidate", "a proposed ban". */
function isParticipleInside(units: Units, at: number): boolean {
  const before = units[at - 1];
  const word = units[at]?.lower ?? '';
  if (!/(?:ing|ed|en)$/u.test(word)) return false;
  return (
    before !== undefined &&
    (DETERMINERS.has(before.lower) ||
      before.pos === 'ADJ' ||
      before.lower === "'s" ||
      before.lower === "'" ||
      joins(units, at - 1))
  );
}

const OBJECTS = new Set(['him', 'them', 'me', 'us', 'himself', 'herself']);

/** The base noun phrase that starts at `at`, or null. */
export function nounPhraseStartingAt(units: Units, at: number): Range | null {
  let index = at;
  const first = units[at];
  if (first === undefined || first.quotation !== null) return null;
  if (PRONOUNS.has(first.lower) || OBJECTS.has(first.lower)) return { from: at, to: at };
  let lastHead = -1;
  while (index < units.length) {
    const unit = units[index];
    if (unit === undefined || unit.quotation !== null) break;
    if (lastHead >= 0 && /^(?:which|whose|what)$/u.test(unit.lower)) break;
    const possessive = lastHead >= 0 && (unit.lower === "'s" || unit.lower === "'");
    if (lastHead >= 0 && DETERMINERS.has(unit.lower)) break;
    const dated =
      index > at &&
      TIME_WORDS.has(units[index - 1]?.lower ?? '') &&
      unit.capital &&
      !TIME_WORDS.has(unit.lower);
    if (dated && lastHead >= 0 && units[at]?.pos === 'NUM') break;
    if (isHead(unit)) {
      if (
        lastHead >= 0 &&
        TIME_WORDS.has(unit.lower) &&
        unit.capital &&
        !TIME_WORDS.has(units[lastHead]?.lower ?? '')
      )
        break;
      lastHead = index;
    } else if (
      lastHead >= 0 &&
      (DETERMINERS.has(unit.lower) || (unit.pos === 'ADJ' && !joins(units, index - 1)))
    )
      break;
    else if (lastHead >= 0 && unit.pos === 'ADJ') lastHead = index;
    else if (
      !(INSIDE.has(unit.pos) || DETERMINERS.has(unit.lower) || possessive || joins(units, index)) &&
      !(unit.pos === 'VERB' && lastHead < 0 && index > at && /(?:ing|ed|en)$/u.test(unit.lower)) &&
      !(unit.pos === 'ADV' && lastHead < 0 && index > at)
    ) {
      break;
    }
    if (PRONOUNS.has(unit.lower) && index > at) {
      if (lastHead === index) lastHead = index - 1;
      break;
    }
    index++;
  }
  if (lastHead < 0 || lastHead < at) return null;
  if (units[lastHead + 1]?.lower === '(') {
    for (let close = lastHead + 2; close < units.length && close < lastHead + 12; close++) {
      if (units[close]?.lower === ')') return { from: at, to: close };
    }
  }
  return { from: at, to: lastHead };
}

/** Whether a noun phrase only tells the time ("Monday", "last week"). */
export function isTime(units: Units, range: Range): boolean {
  const last = units[range.to];
  if (last === undefined) return false;
  const before = units[range.to - 1];
  if (last.pos === 'NUM') return TIME_WORDS.has(before?.lower ?? '');
  if (!TIME_WORDS.has(last.lower)) return false;
  const named = range.to > range.from && before !== undefined && before.capital && before.pos === 'PROPN';
  return !named || TIME_WORDS.has(before.lower) || !NAME_MONTHS.has(last.lower);
}

/** Months that are also people's names: "Theresa May". */
const NAME_MONTHS = new Set(['may', 'april', 'june', 'august', 'march']);

/** A noun phrase with what hangs on it to the left: "a spokesman for the ministry", "Ms. A, Mr. B and others". */
export function fullPhraseEndingAt(units: Units, at: number, floor: number): Range | null {
  let phrase = nounPhraseEndingAt(units, at);
  if (phrase === null || phrase.from < floor)
    return phrase === null ? null : { from: Math.max(phrase.from, floor), to: at };
  let { from } = phrase;
  for (let steps = 0; steps < 6; steps++) {
    const link = units[from - 1];
    if (link === undefined || from - 1 <= floor) break;
    const tied = TYING.has(link.lower);
    const listed = (link.lower === 'and' || link.lower === 'or') && !isComma(units[from - 2]);
    if (!tied && !listed) break;
    const outer = nounPhraseEndingAt(units, from - 2);
    if (outer === null || outer.from < floor) break;
    if (tied && isTime(units, outer)) break;
    if (listed && isVerb(units[outer.from - 1]) && outer.from - 1 > floor) break;
    phrase = outer;
    from = outer.from;
  }
  return { from, to: at };
}

/** A noun phrase with what hangs on it to the right, up to a comma, verb or clause. */
export function fullPhraseStartingAt(units: Units, at: number): Range | null {
  const base = nounPhraseStartingAt(units, at);
  if (base === null) return null;
  let { to } = base;
  for (let steps = 0; steps < 6; steps++) {
    const link = units[to + 1];
    if (link === undefined) break;
    const joined = TYING.has(link.lower) || link.lower === 'and' || link.lower === 'or';
    if (!joined) break;
    const next = nounPhraseStartingAt(units, to + 2);
    if (next === null || isTime(units, next)) break;
    if ((link.lower === 'and' || link.lower === 'or') && isVerb(units[next.to + 1])) break;
    to = next.to;
  }
  return { from: at, to };
}
