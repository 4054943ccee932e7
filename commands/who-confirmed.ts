import type { Command } from './command.ts';
import { questionOptions, questionSuggestions, toQuestion } from './question-options.ts';

/** Who is on record as having confirmed something. */
export const whoConfirmed = {
  name: 'who-confirmed',
  description: 'Who confirmed it, in their stored words',
  options: questionOptions,
  suggest: questionSuggestions,
  access: 'everyone',
  visibility: 'public',
  example: '/who-confirmed missile transfer',
  async run(options, deps) {
    return { kind: 'answer', answer: await deps.ask(toQuestion(options, 'confirmed', deps)) };
  },
} as const satisfies Command<typeof questionOptions>;
