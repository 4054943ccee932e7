import { z } from 'zod';
import type { Command } from './command.ts';

const options = z.strictObject({});

/** What the bot is, and what it promises. */
export const about = {
  name: 'about',
  description: 'What this bot is and what it promises',
  options,
  access: 'everyone',
  visibility: 'only-you',
  example: '/about',
  run: () =>
    Promise.resolve({
      kind: 'listing',
      listing: {
        title: 'OnRecord: who said, denied or confirmed what',
        items: [
          {
            name: 'Only what is on file',
            facts: [
              'Every sentence of an answer is backed by stored quotes, slice for slice; code checks each one.',
              'A quote leads to its passage and its article. What is not on file is said to be missing.',
            ],
          },
          {
            name: 'Yours alone',
            facts: [
              'Each server and each person has an archive of their own; nothing crosses from one to another.',
            ],
          },
        ],
        note: 'Type /help to see what you can ask.',
      },
    }),
} as const satisfies Command<typeof options>;
