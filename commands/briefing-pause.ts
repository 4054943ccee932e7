import { namedBriefing } from './briefing-options.ts';
import type { Command } from './command.ts';
import { tellChangedBriefing } from './tell-briefing.ts';

/** Stop posting a briefing until it is resumed. */
export const briefingPause = {
  name: 'briefing pause',
  description: 'Stop posting a briefing until it is resumed',
  options: namedBriefing,
  suggest: { name: 'briefing' },
  access: 'managers',
  visibility: 'public',
  example: '/briefing pause Morning',
  async run({ name }, deps) {
    const briefing = await deps.briefings.find(name);
    return tellChangedBriefing(
      'Paused',
      await deps.briefings.change(briefing, { state: 'paused', problem: null }),
    );
  },
} as const satisfies Command<typeof namedBriefing>;
