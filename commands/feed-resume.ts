import type { Command } from './command.ts';
import { followed } from './feed-options.ts';
import { tellChange } from './tell-feed.ts';

/** A feed that is polled again, at once. */
export const feedResume = {
  name: 'feed resume',
  description: 'Poll a feed again that was paused, is gone or fails',
  options: followed,
  access: 'managers',
  visibility: 'public',
  example: '/feed resume feed:https://harbournews.example/feed',
  async run({ feed }, deps) {
    return tellChange('Polled again', await deps.feeds.resume(feed));
  },
} as const satisfies Command<typeof followed>;
