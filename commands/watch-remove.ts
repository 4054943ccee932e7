import { z } from 'zod';
import type { Command } from './command.ts';
import { nameWatch } from './tell-watch.ts';

const options = z.strictObject({
  watch: z.string().trim().min(1).max(64).describe('Its id, as /watch list tells it'),
});

/** Stops a watch. */
export const watchRemove = {
  name: 'watch remove',
  description: 'Stop a watch',
  options,
  suggest: { watch: 'watch' },
  access: 'everyone',
  visibility: 'only-you',
  example: '/watch remove w_7f3k2m4qbzw5xtn6',
  async run({ watch }, deps) {
    const removed = await deps.watches.remove(watch);
    return {
      kind: 'listing',
      listing: {
        title: 'Stopped',
        items: [{ name: nameWatch(removed), facts: ['It tells nothing any more.'] }],
        note: null,
      },
    };
  },
} as const satisfies Command<typeof options>;
