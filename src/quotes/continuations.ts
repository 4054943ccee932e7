import type { Span } from '../records/span.ts';
import { spanOf, spansOf } from './content-spans.ts';
import { trim } from './extents.ts';
import type { Quotation } from './marks.ts';
import { isComma, isDash, isFinite } from './phrases.ts';
import type { Sentence, Unit } from './sentences.ts';

/** Whether a sentence is nothing but quotations. */
export function isQuotationOnly(sentence: Sentence | undefined): boolean {
  return (
    sentence !== undefined &&
    sentence.units.every((unit) => unit.quotation !== null || unit.pos === 'PUNCT') &&
    sentence.units.some((unit) => unit.quotation !== null)
  );
}

/** The spans of a sentence's quotations, each without its marks. */
export function quotationSpans(text: string, { units }: Sentence): Span[] {
  return units.flatMap((unit, at) =>
    unit.quotation === null ? [] : [spanOf(text, units, { from: at, to: at })],
  );
}

/** Whether the quotation at the end of a sentence is left open: it goes on in the next paragraph. */
export function isOpen(sentence: Sentence | undefined): boolean {
  return sentence?.units.at(-1)?.quotation?.closed === false;
}

/** `"A," she said.`, a whole paragraph: a quotation that is the next one most often goes on with it. */
export function isSpoken(sentence: Sentence | undefined): boolean {
  if (sentence?.first !== true || sentence.units[0]?.quotation == null) return false;
  return sentence.units.findLast(({ pos }) => pos !== 'PUNCT')?.quotation === null;
}

/** A quotation of fewer words may be a title or a scare quote: “‘Macbeth’ opened in May.” */
const FEWEST_WORDS = 4;

function isSaying(text: string, { innerStart, innerEnd }: Quotation): boolean {
  const words = text.slice(innerStart, innerEnd).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];
  return words.length >= FEWEST_WORDS && words.some((word) => /^\p{Ll}/u.test(word));
}

/** "Then, “…”", "But “…”": a word or two that lead from the sentence before to a quotation. */
function opener(units: readonly Unit[]): number {
  const at = units[0]?.pos === 'ADV' || units[0]?.pos === 'CCONJ' ? 1 : 0;
  return at > 0 && isComma(units[at]) ? at + 1 : at;
}

/**
 * What a sentence without a cue of its own says on behalf of the quoted statement before it in its paragraph: its
 * quotation, with the words around it where these make no clause: `“We are not done” with the port.` Empty where the
 * sentence speaks for itself: `“We are not done” sounds brave.`
 */
export function readContinuation(text: string, { units }: Sentence): Span[] {
  const at = opener(units);
  const quotation = units[at]?.quotation ?? null;
  if (quotation === null || !isSaying(text, quotation)) return [];
  const rest = units.slice(at + 1).filter((unit) => unit.pos !== 'PUNCT');
  if (!rest.some(isFinite)) {
    const whole = rest.length === 0 && at === 0 ? null : trim(units, 0, units.length - 1);
    return whole === null ? [] : spansOf(text, units, [whole]);
  }
  const paused = text[quotation.innerEnd - 1] === ',' || isComma(units[at + 1]) || isDash(units[at + 1]);
  return at === 0 && paused ? [spanOf(text, units, { from: 0, to: 0 })] : [];
}
