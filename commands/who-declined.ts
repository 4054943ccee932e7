import type { Command } from './command.ts';
import { questionOptions, questionSuggestions, toQuestion } from './question-options.ts';

/** Who is on record as not having confirmed or commented on something. */
export const whoDeclined = {
  name: 'who-declined',
  description: 'Who would not confirm it or had no comment, in their stored words',
  options: questionOptions,
  suggest: questionSuggestions,
  access: 'everyone',
  visibility: 'public',
  example: '/who-declined missile transfer',
  async run(options, deps) {
    return { kind: 'answer', answer: await deps.ask(toQuestion(options, 'declined', deps)) };
  },
} as const satisfies Command<typeof questionOptions>;
