import { z } from 'zod';
import type { Command } from './command.ts';
import { tellWatch } from './tell-watch.ts';

const options = z.strictObject({});

/** The watches of the person, and for those who manage the server those of its channels. */
export const watchList = {
  name: 'watch list',
  description: 'Your watches, and those of channels for who manages the server',
  options,
  access: 'everyone',
  visibility: 'only-you',
  example: '/watch list',
  async run(_options, deps) {
    const watches = await deps.watches.list();
    const note =
      watches.length === 0 ? 'There is none: set one up with /watch add.' : `${watches.length} in all.`;
    return { kind: 'listing', listing: { title: 'Watches', items: watches.map(tellWatch), note } };
  },
} as const satisfies Command<typeof options>;
