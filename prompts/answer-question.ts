import { z } from 'zod';
import { STANCES } from '../src/records/quote.ts';
import { definePrompt, toJsonSchema } from './define-prompt.ts';

const MAX_SENTENCES = 6;
const MAX_IDS = 3;

const input = z.strictObject({
  canary: z.string(),
  /** JSON of a string. */
  topic: z.string(),
  stance: z.string(),
  /** JSON of an array of {id, speaker, stance, saidOn, outlet, text}. */
  evidence: z.string(),
  /** JSON of an array of {index, rule}, or "none". */
  problems: z.string(),
});

/** Lenient in length and ids: the verifier judges each sentence for itself. */
const output = z.strictObject({
  status: z.enum(['answer', 'abstain']),
  sentences: z.array(
    z.strictObject({ text: z.string(), stance: z.enum(STANCES), quote_ids: z.array(z.string()) }),
  ),
});

export const answerQuestionPrompt = definePrompt('answer-question', { input, output });

/** The schema of one request: its ids are the only ones there are. */
export function answerSchema(ids: readonly string[]): Readonly<Record<string, unknown>> {
  const sentence = z.strictObject({
    text: z.string().max(600),
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
