import type { SourcePassage } from '../records/view.ts';
import { sliceAt, type Span } from '../records/span.ts';

/** A stretch of a passage, and whether it belongs to the quote. */
export interface Stretch {
  readonly text: string;
  readonly marked: boolean;
}

/** The article's slice at the passage's span, in stretches: the quote's own spans are marked. */
export function markPassage({ quote, article, span }: SourcePassage): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = span[0];
  for (const part of quote.content.spans) {
    const start = clamp(part[0], at, span[1]);
    const end = clamp(part[1], start, span[1]);
    add([at, start], false);
    add([start, end], true);
    at = end;
  }
  add([at, span[1]], false);
  return stretches;

  function add(stretch: Span, marked: boolean): void {
    if (stretch[1] > stretch[0]) stretches.push({ text: sliceAt(article.text, stretch), marked });
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
