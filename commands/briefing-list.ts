import { z } from 'zod';
import type { Command } from './command.ts';
import { tellBriefing } from './tell-briefing.ts';

const options = z.strictObject({});

/** Every briefing, with its times, channel and state. */
export const briefingList = {
  name: 'briefing list',
  description: 'The briefings that are set up, with their times, channel and state',
  options,
  access: 'everyone',
  visibility: 'only-you',
  example: '/briefing list',
  async run(_options, deps) {
    const briefings = await deps.briefings.list();
    const note =
      briefings.length === 0
        ? 'There is none: set one up with /briefing create.'
        : `${briefings.length} in all.`;
    return { kind: 'listing', listing: { title: 'Briefings', items: briefings.map(tellBriefing), note } };
  },
} as const satisfies Command<typeof options>;
