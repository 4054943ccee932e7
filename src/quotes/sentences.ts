import type { Quotation } from './marks.ts';
import { mendTags } from './tags.ts';
import type { Tokens } from './tokens.ts';

/**
 * What the grammar reads: a word or punctuation mark, or a whole quotation as one unit. Quotations are opaque, so
 * that their own verbs and stops never disturb the sentence around them. Offsets are UTF-16 code units.
 */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** Lower case, apostrophes straight; empty for a quotation. */
  readonly lower: string;
  /** Universal part of speech, `QUOTE` for a quotation. */
  readonly pos: string;
  readonly capital: boolean;
  readonly quotation: Quotation | null;
  /** A verb that the tagger took for another word. */
  readonly mended?: true;
}

export interface Sentence {
  readonly units: readonly Unit[];
  /** Counted from 0 over the lines of the text that hold words. */
  readonly paragraph: number;
  /** Whether it is the first of its paragraph. */
  readonly first: boolean;
}

const STOP = new Set(['.', '!', '?', '...', '…', '?!', '!!', '....', '..']);
const TITLES = new Set(
  'mr. mrs. ms. dr. gen. sen. sens. rep. reps. gov. st. prof. lt. col. capt. sgt. rev. hon. maj. adm. cmdr. vs.'.split(
    ' ',
  ),
);
const CAPITAL = /^\p{Lu}/u;
/** Whether a word begins with a capital; nearly every word begins with a plain letter. */
function isCapitalAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : CAPITAL.test(text.slice(at, at + 2));
}
const PROPER_KEEP = new Set([
  'PROPN',
  'PRON',
  'DET',
  'ADP',
  'AUX',
  'CCONJ',
  'SCONJ',
  'PART',
  'NUM',
  'PUNCT',
  'ADV',
]);

/** Rules look around within a sentence; a cap on its units keeps the whole linear on text without stops. */
const LONGEST_SENTENCE = 160;

/** Nouns that the tagger takes for adjectives. */
const TITLE_NOUNS = new Set(['chief', 'deputy', 'general']);

/** Capitalised words inside a sentence are names, whatever the tagger made of them. */
function correctTag(tag: string, lower: string, capital: boolean, plain: boolean): string {
  if (TITLE_NOUNS.has(lower) && tag !== 'PROPN') return 'NOUN';
  if (!capital || plain || PROPER_KEEP.has(tag)) return tag;
  return 'PROPN';
}

/** The units of one line of the text. */
function readLine(tokens: Tokens, from: number, to: number, quotations: readonly Quotation[]): Unit[] {
  const units: Unit[] = [];
  const { text } = tokens;
  const first = tokens.start[from] ?? 0;
  const line = text.slice(first, tokens.end[to - 1] ?? first);
  const shouting = line === line.toUpperCase();
  let next = 0;
  let wordsSeen = 0;
  for (let index = from; index < to; index++) {
    const start = tokens.start[index] ?? 0;
    const end = tokens.end[index] ?? start;
    while ((quotations[next]?.end ?? Infinity) <= start) next++;
    const quotation = quotations[next];
    if (quotation !== undefined && start >= quotation.start) {
      const last = units.at(-1);
      if (last?.quotation !== quotation) {
        units.push({
          start: quotation.start,
          end: quotation.end,
          lower: '',
          pos: 'QUOTE',
          capital: false,
          quotation,
        });
        if (!/[.!?…]$/u.test(text.slice(quotation.innerStart, quotation.innerEnd))) wordsSeen++;
      }
      continue;
    }
    const lower = tokens.lower[index] ?? '';
    const capital = isCapitalAt(text, start);
    const tag = tokens.pos[index] ?? 'X';
    units.push({
      start,
      end,
      lower,
      pos: correctTag(tag, lower, capital, wordsSeen === 0 || shouting),
      capital,
      quotation: null,
    });
    wordsSeen = STOP.has(lower) ? 0 : wordsSeen + 1;
  }
  return units;
}

/** Whether a quotation ends its sentence: it closes on a stop and what follows starts anew. */
function quotationEnds(text: string, unit: Unit, next: Unit | undefined): boolean {
  if (next === undefined) return true;
  if (unit.quotation === null) return false;
  const last = text[unit.quotation.innerEnd - 1] ?? '';
  if (!/[.!?…]/u.test(last)) return false;
  if (next.quotation !== null) return true;
  return next.capital && last === '.';
}

/** Whether a stop belongs to an initial within a run of them: the first one of "R.I." */
function isWithinInitials(stop: Unit, previous: Unit | undefined, next: Unit): boolean {
  return (
    stop.end === next.start &&
    previous !== undefined &&
    previous.end === stop.start &&
    previous.end - previous.start === 1
  );
}

/** Whether a unit outside quotations ends its sentence: a stop, or an abbreviation before a new start. */
function wordEnds(unit: Unit, previous: Unit | undefined, next: Unit | undefined): boolean {
  // "then-Sen. Hale": the tokens leave the stop of a title apart behind a hyphen.
  if (unit.lower === '.' && previous?.end === unit.start && TITLES.has(`${previous.lower}.`))
    return next === undefined;
  if (STOP.has(unit.lower))
    return next === undefined || (next.pos !== 'PUNCT' && !isWithinInitials(unit, previous, next));
  if (unit.quotation !== null || unit.lower.length < 3 || !unit.lower.endsWith('.')) return false;
  return next !== undefined && next.capital && next.pos !== 'PROPN' && !TITLES.has(unit.lower);
}

/** Splits units into sentences at stops outside quotations, and after quotations that end on one. */
function splitSentences(text: string, units: readonly Unit[]): readonly (readonly Unit[])[] {
  const sentences: Unit[][] = [];
  let current: Unit[] = [];
  for (let index = 0; index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined) continue;
    current.push(unit);
    const next = units[index + 1];
    if (
      current.length >= LONGEST_SENTENCE ||
      wordEnds(unit, units[index - 1], next) ||
      quotationEnds(text, unit, next)
    ) {
      sentences.push(current);
      current = [];
    }
  }
  if (current.length > 0) sentences.push(current);
  return sentences;
}

/** All sentences of a text, in reading order. */
export function readSentences(tokens: Tokens, quotations: readonly Quotation[]): readonly Sentence[] {
  const { text, count } = tokens;
  const sentences: Sentence[] = [];
  let from = 0;
  let paragraph = 0;
  let nextQuotation = 0;
  while (from < count) {
    const lineEnd = text.indexOf('\n', tokens.start[from] ?? 0);
    const end = lineEnd < 0 ? text.length : lineEnd;
    let to = from + 1;
    while (to < count && (tokens.start[to] ?? 0) < end) to++;
    let lastQuotation = nextQuotation;
    while (lastQuotation < quotations.length && (quotations[lastQuotation]?.start ?? 0) < end)
      lastQuotation++;
    const units = readLine(tokens, from, to, quotations.slice(nextQuotation, lastQuotation));
    nextQuotation = lastQuotation;
    let first = true;
    for (const part of splitSentences(text, units)) {
      sentences.push({ units: mendTags(part), paragraph, first });
      first = false;
    }
    paragraph++;
    from = to;
  }
  return sentences;
}
