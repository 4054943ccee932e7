import { z } from 'zod';
import type { Command } from './command.ts';
import { address, followOptions, readFollowOptions } from './feed-options.ts';
import { tellChange } from './tell-feed.ts';

const options = z.strictObject({
  url: address.describe('The address of the feed, or of a site that has one'),
  ...followOptions.shape,
});

/** Follows a feed, or the one that a site names. */
export const feedAdd = {
  name: 'feed add',
  description: 'Follow a feed: its new articles are stored',
  options,
  access: 'managers',
  visibility: 'public',
  example: '/feed add url:https://harbournews.example only:missile; pact',
  async run({ url, ...said }, deps) {
    const { feed, isNew, entries, others } = await deps.feeds.follow(url, readFollowOptions(said));
    const also = others.length > 0 ? ` The site names others: ${others.join(', ')}` : '';
    return tellChange(
      isNew ? 'Followed' : 'Followed already',
      feed,
      `It holds ${entries} entries now.${also}`,
    );
  },
} as const satisfies Command<typeof options>;
