import { namedBriefing } from './briefing-options.ts';
import type { Command } from './command.ts';
import { tellChangedBriefing } from './tell-briefing.ts';

/** Go on with a briefing that is paused or stopped. */
export const briefingResume = {
  name: 'briefing resume',
  description: 'Go on with a briefing that is paused or stopped',
  options: namedBriefing,
  suggest: { name: 'briefing' },
  access: 'managers',
  visibility: 'public',
  example: '/briefing resume Morning',
  async run({ name }, deps) {
    const briefing = await deps.briefings.find(name);
    return tellChangedBriefing(
      'Resumed',
      await deps.briefings.change(briefing, { state: 'active', problem: null }),
    );
  },
} as const satisfies Command<typeof namedBriefing>;
