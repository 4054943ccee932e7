import { z } from 'zod';
import { STANCES } from '../src/records/quote.ts';
import { definePrompt, toJsonSchema } from './define-prompt.ts';

const input = z.strictObject({
  /** JSON of a string. */
  title: z.string(),
  /** A day, or "unknown". */
  published: z.string(),
  /** JSON of an array of {paragraph, text}. */
  paragraphs: z.string(),
});

/** Everything points at words that stand in the article; `''` where there are none. */
const output = z.strictObject({
  quotes: z.array(
    z.strictObject({
      paragraph: z.number(),
      content: z.array(z.string()),
      cue: z.string(),
      speaker: z.string(),
      speaker_name: z.string(),
      role: z.string(),
      anonymous: z.boolean(),
      stance: z.enum(STANCES),
      said_on: z.string(),
      via: z.string(),
    }),
  ),
});

export const extractQuotesPrompt = definePrompt('extract-quotes', { input, output });

/** The reply's shape, for the request. */
export const extractionSchema = toJsonSchema(output);
