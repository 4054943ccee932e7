import { z } from 'zod';
import type { Command } from './command.ts';

const options = z.strictObject({});

/** What is on file, and whether the parts that answer stand on work. */
export const status = {
  name: 'status',
  description: 'How much is on file, and whether everything works',
  options,
  access: 'everyone',
  visibility: 'only-you',
  example: '/status',
  async run(_options, deps) {
    const { articles, quotes, outlets } = await deps.measureCorpus();
    const waiting = await deps.countWaiting();
    const { model } = deps;
    return {
      kind: 'listing',
      listing: {
        title: 'How things stand',
        items: [
          {
            name: 'Archive',
            facts: [
              `${count(articles, 'article')}, ${count(quotes, 'quote')}, ${count(outlets, 'outlet')}`,
              ...(waiting === 0 ? [] : [`${count(waiting, 'article')} to be read again`]),
            ],
          },
          {
            name: 'Language model',
            facts: [
              model === null
                ? 'None is set: answers are written without one.'
                : `${model} writes summaries; each sentence is checked against the quotes.`,
            ],
          },
        ],
        note: articles === 0 ? 'Nothing is on file yet: add an article with /ingest.' : null,
      },
    };
  },
} as const satisfies Command<typeof options>;

const count = (number: number, thing: string): string =>
  `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;
