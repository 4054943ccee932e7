import type { Quote } from '../../records/quote.ts';
import type { Span } from '../../records/span.ts';

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, [start, end]) => sum + end - start, 0);
}

function shared(one: readonly Span[], other: readonly Span[]): number {
  return one.reduce(
    (sum, [start, end]) =>
      sum +
      other.reduce((part, [from, to]) => part + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0),
    0,
  );
}

/**
 * Whether two extractors found the same statement: their contents share more than half of the shorter one. A statement
 * reported within another has its own cue and its own speaker and is not the same.
 */
function isSame(one: Quote, other: Quote): boolean {
  const common = shared(one.content.spans, other.content.spans);
  const shorter = Math.min(lengthOf(one.content.spans), lengthOf(other.content.spans));
  if (common * 2 <= shorter) return false;
  const apart =
    one.speaker !== null &&
    other.speaker !== null &&
    shared([one.speaker.mention], [other.speaker.mention]) === 0 &&
    shared(one.cue.spans, other.cue.spans) === 0;
  return !apart;
}

/** The quotes of `first`, and those of `second` that say something else, each once, in reading order. */
export function mergeQuotes(first: readonly Quote[], second: readonly Quote[]): readonly Quote[] {
  const merged = [...first];
  for (const quote of second) if (!merged.some((known) => isSame(known, quote))) merged.push(quote);
  const startOf = ({ content }: Quote): number => content.spans[0]?.[0] ?? 0;
  return merged.toSorted((one, other) => startOf(one) - startOf(other));
}
