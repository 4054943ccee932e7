import type { Command } from './command.ts';
import { followed } from './feed-options.ts';
import { tellChange } from './tell-feed.ts';

/** A feed that is polled no more, until it is resumed. */
export const feedPause = {
  name: 'feed pause',
  description: 'Stop polling a feed until it is resumed',
  options: followed,
  access: 'managers',
  visibility: 'public',
  example: '/feed pause feed:https://harbournews.example/feed',
  async run({ feed }, deps) {
    return tellChange('Paused', await deps.feeds.pause(feed));
  },
} as const satisfies Command<typeof followed>;
