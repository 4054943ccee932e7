import { namedBriefing } from './briefing-options.ts';
import type { Command } from './command.ts';
import { tellDelivery } from './tell-briefing.ts';

/** Posts a briefing now, besides its times. */
export const briefingRun = {
  name: 'briefing run',
  description: 'Post a briefing now; its next one tells what is new since then',
  options: namedBriefing,
  suggest: { name: 'briefing' },
  access: 'managers',
  visibility: 'only-you',
  example: '/briefing run Morning',
  async run({ name }, deps) {
    const briefing = await deps.briefings.find(name);
    const delivery = await deps.briefings.run(briefing);
    const items = [tellDelivery(delivery, briefing.timetable.zone)];
    return { kind: 'listing', listing: { title: briefing.name, items, note: null } };
  },
} as const satisfies Command<typeof namedBriefing>;
