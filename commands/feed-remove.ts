import type { Command } from './command.ts';
import { followed } from './feed-options.ts';
import { tellChange } from './tell-feed.ts';

/** A feed that is followed no more. */
export const feedRemove = {
  name: 'feed remove',
  description: 'Follow a feed no more; its articles stay',
  options: followed,
  access: 'managers',
  visibility: 'public',
  example: '/feed remove feed:https://harbournews.example/feed',
  async run({ feed }, deps) {
    return tellChange('Followed no more', await deps.feeds.remove(feed), 'Its articles stay.');
  },
} as const satisfies Command<typeof followed>;
