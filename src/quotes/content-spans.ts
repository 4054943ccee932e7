import type { Span } from '../records/span.ts';
import type { Range } from './phrases.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

/** The span of a range of units; a range that is one whole quotation gives what stands between the marks. */
export function spanOf(text: string, units: Units, range: Range): Span {
  const first = units[range.from];
  const last = units[range.to];
  if (first === undefined || last === undefined) return [0, 0];
  const single = range.from === range.to ? first.quotation : null;
  let [start, end] = single === null ? [first.start, last.end] : [single.innerStart, single.innerEnd];
  while (end > start && /[\s,]/u.test(text[end - 1] ?? '')) end--;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  return [start, end];
}

/** The spans of a content, each quotation and each stretch of words in one piece. */
export function spansOf(text: string, units: Units, ranges: readonly Range[]): Span[] {
  const spans: Span[] = [];
  for (const range of ranges) {
    const onlyQuotes = units.slice(range.from, range.to + 1).every((unit) => unit.quotation !== null);
    if (!onlyQuotes) spans.push(spanOf(text, units, range));
    else
      for (let at = range.from; at <= range.to; at++) spans.push(spanOf(text, units, { from: at, to: at }));
  }
  return spans.filter(([start, end]) => end > start);
}
