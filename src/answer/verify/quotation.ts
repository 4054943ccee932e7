import type { Kind } from '../../records/quote.ts';
import type { Span } from '../../records/span.ts';
import { normaliseWithOffsets, type Normalised } from './normalise.ts';
import { findQuotedSpans } from './quoted-spans.ts';
import { sentenceStarts } from './sentence.ts';
import { HEDGES, isNegator } from './word-lists.ts';
import { wordsOf } from './words.ts';

/** Why a quotation is not backed: in no cited quote, too short a piece of one, or torn from its negation. */
export type QuotationRule = 'V3a' | 'V3d' | 'V3e';

/** A stored text made ready for looking up quotations in it. */
export interface QuotedSource {
  readonly original: string;
  readonly normalised: Normalised;
  /** The normalised text, unit for unit, with inner marks of one kind: “ and ‘ swap when a quotation is nested. */
  readonly lookup: string;
  /** Where the original holds the speaker's own words, not the article's. */
  readonly ownWords: readonly Span[];
}

/** The stored slice that backs a quotation, or the rule it breaks. */
export type QuotationFinding =
  | { readonly slice: string; readonly own: boolean }
  | { readonly rule: QuotationRule };

const MIN_PARTIAL_WORDS = 3;
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const DIGIT = /\p{N}/u;

function withOneMark(normalised: string): string {
  return normalised.replaceAll("'", '"');
}

/** Of reported speech, what stands between quotation marks is the speaker's own. */
function findOwnWords(original: string, kind: Kind): readonly Span[] {
  if (kind === 'direct') return [[0, original.length]];
  return (findQuotedSpans(original) ?? []).map(({ open, close }) => [open, close + 1]);
}

export function prepareSource(original: string, kind: Kind): QuotedSource {
  const normalised = normaliseWithOffsets(original);
  const lookup = withOneMark(normalised.text);
  return { original, normalised, lookup, ownWords: findOwnWords(original, kind) };
}

function sliceOf(source: QuotedSource, start: number, end: number): QuotationFinding {
  const { offsets } = source.normalised;
  const from = offsets[start] ?? 0;
  const to = offsets[end] ?? source.original.length;
  const own = source.ownWords.some(([open, close]) => open <= from && to <= close);
  return { slice: source.original.slice(from, to), own };
}

function isWordUnit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && LETTER.test(text.charAt(at));
}

function isDigit(text: string, at: number): boolean {
  return at >= 0 && at < text.length && DIGIT.test(text.charAt(at));
}

/** Whether a cut at `at` parts no word, compound or number: not re|sign, not $|1.5, not 1.|5, not 10|%. */
function isBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = text.charAt(at - 1);
  const after = text.charAt(at);
  if (isWordUnit(text, at - 1) && isWordUnit(text, at)) return false;
  if (isWordUnit(text, at) && "-'".includes(before) && isWordUnit(text, at - 2)) return false;
  if (isWordUnit(text, at - 1) && "-'".includes(after) && isWordUnit(text, at + 1)) return false;
  if (isDigit(text, at) && ('$€£'.includes(before) || ('.,'.includes(before) && isDigit(text, at - 2))))
    return false;
  return !(isDigit(text, at - 1) && (after === '%' || ('.,'.includes(after) && isDigit(text, at + 1))));
}

function holdsNegator(text: string): boolean {
  return wordsOf(text).some((word) => isNegator(word.stem));
}

function holdsHedge(text: string): boolean {
  return wordsOf(text).some((word) => HEDGES.has(word.stem));
}

/** Rule V3e: whether the piece leaves out a negator or hedge of its own sentence that would turn it round. */
function dropsNegator(text: string, start: number, end: number): boolean {
  const starts = sentenceStarts(text);
  const from = starts.findLast((at) => at <= start) ?? 0;
  const to = starts.find((at) => at >= end) ?? text.length;
  const before = text.slice(from, start);
  if (holdsNegator(before) || holdsHedge(before)) return true;
  return holdsNegator(text.slice(end, to)) && !holdsNegator(text.slice(start, end));
}

function variantsOf(wanted: string): readonly string[] {
  const first = wanted.charAt(0);
  const flipped = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  const cased = flipped === first ? [wanted] : [wanted, flipped + wanted.slice(1)];
  const variants = /[.,]$/.test(wanted) ? cased.flatMap((text) => [text, text.slice(0, -1)]) : cased;
  return variants.filter((text) => text !== '');
}

function ruleAt(text: string, start: number, end: number): QuotationRule | null {
  if (!isBoundary(text, start) || !isBoundary(text, end)) return 'V3a';
  if (text.slice(0, start).trim() === '' && text.slice(end).trim() === '') return null;
  if (wordsOf(text.slice(start, end)).length < MIN_PARTIAL_WORDS) return 'V3d';
  return dropsNegator(text, start, end) ? 'V3e' : null;
}

/** How often a piece that stands in a text many times is looked at; keeps the time linear. */
const MAX_OCCURRENCES = 8;

/** Rule V3: the slice of the stored text that backs `inside`, the words between two quotation marks. */
export function findQuotation(inside: string, source: QuotedSource): QuotationFinding {
  const { text } = source.normalised;
  const wanted = withOneMark(normaliseWithOffsets(inside).text).trim();
  let rule: QuotationRule = 'V3a';
  for (const variant of variantsOf(wanted)) {
    let start = source.lookup.indexOf(variant);
    for (let seen = 0; start >= 0 && seen < MAX_OCCURRENCES; seen += 1) {
      const end = start + variant.length;
      const found = ruleAt(text, start, end);
      if (found === null) return sliceOf(source, start, end);
      if (found !== 'V3a') rule = found;
      start = source.lookup.indexOf(variant, start + 1);
    }
  }
  return { rule };
}
