import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Spans = z.array(z.tuple([z.int(), z.int()]));

const Annotated = z.looseObject({
  id: z.string(),
  text: z.string(),
  title: z.string().nullish(),
  date: z.string().nullish(),
  quotes: z.array(
    z.looseObject({ content: Spans.min(1), cue: Spans.default([]), optional: z.boolean().default(false) }),
  ),
});

/**
 * An article whose quotes people marked. Spans count UTF-16 code units of `text`; an `optional` quote is a belief or a
 * wish: finding it is neither right nor wrong. What else the record holds is kept for the scorer.
 */
export type AnnotatedArticle = z.infer<typeof Annotated>;
export type AnnotatedQuote = AnnotatedArticle['quotes'][number];

/** The articles in a file of JSON lines. Throws where a line is no annotated article. */
export function readAnnotated(file: string): readonly AnnotatedArticle[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Annotated.parse(JSON.parse(line)));
}
