import { z } from 'zod';
import type { Command } from './command.ts';

const options = z.strictObject({
  question: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .describe('In your own words, such as: Has anyone in Tarn denied sending missiles?'),
});

/** A question in free words, answered like any other and shown as it was understood. */
export const ask = {
  name: 'ask',
  description: 'Ask in your own words; the answer says how they were understood',
  options,
  access: 'everyone',
  visibility: 'public',
  example: '/ask Who denied the missile transfer?',
  async run({ question }, deps) {
    return { kind: 'answer', answer: await deps.askInWords(question) };
  },
} as const satisfies Command<typeof options>;
