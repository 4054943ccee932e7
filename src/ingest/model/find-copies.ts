import { normalise, normaliseWithOffsets, type Normalised } from '../../answer/verify/normalise.ts';
import type { Span } from '../../records/span.ts';

/** A stretch of an article in which copies are looked up. */
export interface Searchable {
  /** Where it begins in the article. */
  readonly start: number;
  readonly folded: Normalised;
}

const WORD = /[\p{L}\p{N}]/u;
const OUTER_MARKS = /^["'\s]+|["'\s]+$/gu;

export function makeSearchable(text: string, [start, end]: Span): Searchable {
  return { start, folded: normaliseWithOffsets(text.slice(start, end)) };
}

function splitsWord(text: string, at: number): boolean {
  return WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at));
}

/**
 * Everywhere that `copy` stands, as spans of the article, in reading order. Quotation marks, dashes, ellipses and spaces
 * may be written otherwise; nothing else may, and no word is cut. Marks around the copy are left out.
 */
export function findCopies({ start, folded }: Searchable, copy: string): readonly Span[] {
  const wanted = normalise(copy).replaceAll(OUTER_MARKS, '');
  if (!WORD.test(wanted)) return [];
  const found: Span[] = [];
  const { text, offsets } = folded;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length;
    if (splitsWord(text, at) || splitsWord(text, end)) continue;
    found.push([start + (offsets[at] ?? 0), start + (offsets[end] ?? 0)]);
  }
  return found;
}
