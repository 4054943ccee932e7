import { extractQuotes } from '../../../src/quotes/extract.ts';
import type { Quote } from '../../../src/records/quote.ts';
import { passageAt, sliceAt, type Passage, type Span } from '../../../src/records/span.ts';
import type { AnnotatedArticle } from '../learn/annotated.ts';

/** What was found in one article, as the shared scorer reads it: the same fields that to-predictions.mjs gives. */
export interface Prediction {
  readonly id: string;
  readonly quotes: readonly {
    readonly content: readonly Span[];
    readonly speaker: readonly Span[];
    readonly cue: readonly Span[];
    readonly speaker_name?: string;
    readonly title?: string;
    readonly stance?: string;
    readonly said_on?: string;
    readonly via?: string;
  }[];
}

export function extractFrom({ text, title, date }: AnnotatedArticle): readonly Quote[] {
  return extractQuotes({ text, title: title ?? null, publishedAt: date ?? null });
}

export function predictionOf(id: string, quotes: readonly Quote[]): Prediction {
  return {
    id,
    quotes: quotes.map(({ content, speaker, cue, stance, saidOn, via }) => ({
      content: content.spans,
      speaker: speaker === null ? [] : [speaker.mention],
      cue: cue.spans,
      ...(speaker?.name ? { speaker_name: speaker.name } : {}),
      ...(speaker?.role ? { title: speaker.role } : {}),
      stance,
      ...(saidOn === null ? {} : { said_on: saidOn.from }),
      ...(via === null ? {} : { via: via.name }),
    })),
  };
}

/** How many of the spans of these quotes are not the text's exact slice. The promise is that there are none. */
export function countInexact(text: string, quotes: readonly Quote[]): number {
  const pieces = quotes.flatMap(({ content, cue, answers, speaker, saidOn, via }) => [
    ...[content, cue, answers].map((passage) => isPassageOf(text, passage)),
    speaker === null || (isSpanOf(text, speaker.mention) && sliceAt(text, speaker.mention) === speaker.text),
    ...[saidOn, via].map((mark) => mark === null || isSpanOf(text, mark.span)),
  ]);
  return pieces.filter((isExact) => !isExact).length;
}

function isPassageOf(text: string, passage: Passage | null): boolean {
  if (passage === null) return true;
  const { spans } = passage;
  return spans.every((span) => isSpanOf(text, span)) && passageAt(text, spans).text === passage.text;
}

const isSpanOf = (text: string, [start, end]: Span): boolean =>
  0 <= start && start < end && end <= text.length;
