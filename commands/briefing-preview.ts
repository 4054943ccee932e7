import { nextSlots } from '../src/schedule/next-slots.ts';
import { namedBriefing } from './briefing-options.ts';
import type { Command } from './command.ts';

const NEXT_TOLD = 3;

/** What a briefing would say now, and when it runs next. Nothing counts as told. */
export const briefingPreview = {
  name: 'briefing preview',
  description: 'What a briefing would post now, and the next three times it runs',
  options: namedBriefing,
  suggest: { name: 'briefing' },
  access: 'everyone',
  visibility: 'only-you',
  example: '/briefing preview Morning',
  async run({ name }, deps) {
    const briefing = await deps.briefings.find(name);
    const now = new Date().toISOString();
    const next = briefing.state === 'active' ? nextSlots(briefing.timetable, now, NEXT_TOLD) : [];
    const { timetable, mentionRole, language } = briefing;
    const composed = await deps.briefings.preview(briefing);
    return {
      kind: 'briefing',
      post: { name: briefing.name, zone: timetable.zone, slot: now, composed, language, mentionRole, next },
    };
  },
} as const satisfies Command<typeof namedBriefing>;
