import { z } from 'zod';
import type { Command } from './command.ts';
import { tellFeed } from './tell-feed.ts';

const options = z.strictObject({});

/** Every feed that is followed, with its state. */
export const feedList = {
  name: 'feed list',
  description: 'The feeds that are followed, with their state, last success and next try',
  options,
  access: 'everyone',
  visibility: 'only-you',
  example: '/feed list',
  async run(_options, deps) {
    const feeds = await deps.feeds.list();
    const note = feeds.length === 0 ? 'There is none: follow one with /feed add.' : `${feeds.length} in all.`;
    return { kind: 'listing', listing: { title: 'Feeds', items: feeds.map(tellFeed), note } };
  },
} as const satisfies Command<typeof options>;
