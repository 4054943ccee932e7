/**
 * A half-open range `[start, end)` in UTF-16 code units of an article's canonical text.
 * What a reader is shown is always the slice at a span, never a retyped copy.
 */
export type Span = readonly [start: number, end: number];

/** One or more spans and the words that stand there; `text` joins the slices with " … ". */
export interface Passage {
  readonly spans: readonly Span[];
  readonly text: string;
}

/** The words between the slices of a passage that is not in one piece. */
export const GAP = ' … ';

/** The slice of `text` at `span`. */
export function sliceAt(text: string, [start, end]: Span): string {
  return text.slice(start, end);
}

/** The passage at `spans` of `text`. Spans are given in reading order. */
export function passageAt(text: string, spans: readonly Span[]): Passage {
  return { spans, text: spans.map((span) => sliceAt(text, span)).join(GAP) };
}
