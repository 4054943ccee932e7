import { z } from 'zod';
import { STANCES } from '../src/records/quote.ts';
import type { Command } from './command.ts';
import { questionOptions, questionSuggestions, toQuestion } from './question-options.ts';

const options = z.strictObject({
  ...questionOptions.shape,
  stance: z.enum(STANCES).optional().describe('Only statements that take this stance'),
});

/** Who is on record with anything, in every stance or in one. */
export const whoSaid = {
  name: 'who-said',
  description: 'Who said what about it, in their stored words',
  options,
  suggest: questionSuggestions,
  access: 'everyone',
  visibility: 'public',
  example: '/who-said missile transfer stance:warned',
  async run({ stance, ...question }, deps) {
    return { kind: 'answer', answer: await deps.ask(toQuestion(question, stance ?? null, deps)) };
  },
} as const satisfies Command<typeof options>;
