import { z } from 'zod';
import { STANCES } from '../src/records/quote.ts';
import { toJsonSchema } from './define-prompt.ts';

const MAX_SENTENCES = 6;
const MAX_IDS = 3;
const MAX_CHARACTERS = 600;

/** Sentences with the ids of their evidence. Lenient in length and ids: the verifier judges each sentence for itself. */
export const CitedSentences = z.strictObject({
  status: z.enum(['answer', 'abstain']),
  sentences: z.array(
    z.strictObject({ text: z.string(), stance: z.enum(STANCES), quote_ids: z.array(z.string()) }),
  ),
});

/** The same shape as one request asks for it: its ids are the only ones there are. */
export function citedSentencesSchema(ids: readonly string[]): Readonly<Record<string, unknown>> {
  const sentence = z.strictObject({
    text: z.string().max(MAX_CHARACTERS),
    stance: z.enum(STANCES),
    quote_ids: z.array(z.enum(ids)).min(1).max(MAX_IDS),
  });
  return toJsonSchema(
    z.strictObject({
      status: z.enum(['answer', 'abstain']),
      sentences: z.array(sentence).max(MAX_SENTENCES),
    }),
  );
}
