import { z } from 'zod';
import type { FeedSubscription } from '../src/records/feed-subscription.ts';
import type { Command } from './command.ts';
import { tellFeed } from './tell-feed.ts';

const options = z.strictObject({});

/** The feeds that something is wrong with. */
export const feedHealth = {
  name: 'feed health',
  description: 'The feeds that fail, are gone, or hold entries that could not be stored',
  options,
  access: 'everyone',
  visibility: 'only-you',
  example: '/feed health',
  async run(_options, deps) {
    const feeds = await deps.feeds.list();
    const ill = feeds.filter(isIll);
    const rest = feeds.length - ill.length;
    return {
      kind: 'listing',
      listing: {
        title: 'Feeds in trouble',
        items: ill.map(tellFeed),
        note: `Nothing is wrong with the other ${rest}.`,
      },
    };
  },
} as const satisfies Command<typeof options>;

function isIll({ state, failures, failed }: FeedSubscription): boolean {
  return state === 'gone' || failures > 0 || failed > 0;
}
