import { z } from 'zod';
import { STANCES } from '../src/records/quote.ts';
import { definePrompt, toJsonSchema } from './define-prompt.ts';

const input = z.strictObject({
  today: z.string(),
  /** JSON of a string. */
  question: z.string(),
});

const output = z.strictObject({
  topic: z.string(),
  stance: z.enum([...STANCES, 'any']),
  speaker: z.string(),
  outlet: z.string(),
  since: z.string(),
  until: z.string(),
});

export const understandQuestionPrompt = definePrompt('understand-question', { input, output });

/** The reply's shape, for the request. */
export const understandingSchema = toJsonSchema(output);
