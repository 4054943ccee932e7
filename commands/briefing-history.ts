import { namedBriefing } from './briefing-options.ts';
import type { Command } from './command.ts';
import { tellDelivery } from './tell-briefing.ts';

/** What became of the last slots of a briefing. */
export const briefingHistory = {
  name: 'briefing history',
  description: 'When a briefing ran, and what became of it each time',
  options: namedBriefing,
  suggest: { name: 'briefing' },
  access: 'everyone',
  visibility: 'only-you',
  example: '/briefing history Morning',
  async run({ name }, deps) {
    const briefing = await deps.briefings.find(name);
    const deliveries = await deps.briefings.history(briefing.id);
    const items = deliveries.map((delivery) => tellDelivery(delivery, briefing.timetable.zone));
    const note = items.length === 0 ? 'It has not run yet.' : null;
    return { kind: 'listing', listing: { title: `History: ${briefing.name}`, items, note } };
  },
} as const satisfies Command<typeof namedBriefing>;
