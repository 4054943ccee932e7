import { z } from 'zod';
import type { Command } from './command.ts';
import { followOptions, readFollowOptions } from './feed-options.ts';

const MAX_FILE_BYTES = 2_000_000;

const options = z.strictObject({
  file: z.file().max(MAX_FILE_BYTES).describe('An OPML file, as feed readers export it'),
  ...followOptions.shape,
});

/** Follows all feeds of a list from another reader. */
export const feedImport = {
  name: 'feed import',
  description: 'Follow all feeds of an OPML file',
  options,
  access: 'managers',
  visibility: 'public',
  example: '/feed import file:feeds.opml',
  async run({ file, ...said }, deps) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { added, known } = await deps.feeds.importList(bytes, readFollowOptions(said));
    const note = `${added} feeds followed, ${known} were already. /feed list tells how they fare.`;
    return { kind: 'listing', listing: { title: 'Imported', items: [], note } };
  },
} as const satisfies Command<typeof options>;
