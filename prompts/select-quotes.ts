import { z } from 'zod';
import { definePrompt, toJsonSchema } from './define-prompt.ts';

const MAX_QUOTES = 6;

const input = z.strictObject({ topic: z.string(), stance: z.string(), evidence: z.string() });
const output = z.strictObject({
  status: z.enum(['answer', 'abstain']),
  quote_ids: z.array(z.string()).max(MAX_QUOTES),
});

export const selectQuotesPrompt = definePrompt('select-quotes', { input, output });

/** The schema of one request: its ids are the only ones there are. */
export function selectionSchema(ids: readonly string[]): Readonly<Record<string, unknown>> {
  return toJsonSchema(
    z.strictObject({
      status: z.enum(['answer', 'abstain']),
      quote_ids: z.array(z.enum(ids)).max(MAX_QUOTES),
    }),
  );
}
