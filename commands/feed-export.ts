import { z } from 'zod';
import { InputError } from '../src/errors.ts';
import type { Command } from './command.ts';

const options = z.strictObject({});

/** All feeds as a file that other readers take. */
export const feedExport = {
  name: 'feed export',
  description: 'The feeds that are followed, as an OPML file for other readers',
  options,
  access: 'everyone',
  visibility: 'only-you',
  example: '/feed export',
  async run(_options, deps) {
    const { length } = await deps.feeds.list();
    if (length === 0) throw new InputError('No feed is followed yet: follow one with /feed add.');
    const note = length === 1 ? 'The one feed that is followed.' : `The ${length} feeds that are followed.`;
    return { kind: 'file', file: { name: 'feeds.opml', text: await deps.feeds.exportList(), note } };
  },
} as const satisfies Command<typeof options>;
