import type { Command } from './command.ts';
import { questionOptions, questionSuggestions, toQuestion } from './question-options.ts';

/** Who is on record as having denied something. */
export const whoDenied = {
  name: 'who-denied',
  description: 'Who denied it, in their stored words',
  options: questionOptions,
  suggest: questionSuggestions,
  access: 'everyone',
  visibility: 'public',
  example: '/who-denied missile transfer',
  async run(options, deps) {
    return { kind: 'answer', answer: await deps.ask(toQuestion(options, 'denied', deps)) };
  },
} as const satisfies Command<typeof questionOptions>;
