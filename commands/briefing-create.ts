import { z } from 'zod';
import { InputError } from '../src/errors.ts';
import { parseTimetable } from '../src/schedule/timetable.ts';
import { briefingShape, checkMention, wantedOf } from './briefing-options.ts';
import type { Command } from './command.ts';
import { withTags } from './forum-tags.ts';
import { refineForm } from './refine-briefing.ts';
import { tellChangedBriefing } from './tell-briefing.ts';

const { topics, times, zone, speakers, ...shape } = briefingShape;
const options = z.strictObject({
  topics,
  name: z.string().trim().min(1).max(80).describe('What the briefing is called'),
  times: times.optional(),
  zone: zone.optional(),
  speakers: speakers.optional(),
  ...z.strictObject(shape).partial().shape,
});

const USUAL_TIMES = 'weekdays 07:30';
const USUAL_CATCH_UP = 180;

/** Sets up a scheduled briefing: a name and topics are enough. */
export const briefingCreate = {
  name: 'briefing create',
  description: 'Set up a briefing: what is new on the record, posted at set times',
  options,
  suggest: { times: 'time', zone: 'zone', speakers: 'speakers', outlets: 'outlets' },
  form: 'topics',
  access: 'managers',
  visibility: 'public',
  example: '/briefing create missile transfer; herring fees name:Morning times:weekdays 07:30',
  async run(
    { name, times: typed = USUAL_TIMES, zone: inZone, channel, tags, mention, length, quiet, ...given },
    deps,
  ) {
    const place = channel ?? deps.briefings.here;
    if (place === null) throw new InputError('Say in which channel it is posted: choose one with channel.');
    checkMention(mention, deps.settings.mentionRoles);
    const briefing = await deps.briefings.create({
      name,
      place: withTags(place, tags, deps.briefings.findForum),
      wanted: wantedOf(given),
      timetable: parseTimetable(typed, inZone ?? deps.settings.zone),
      language: given.language ?? deps.settings.language,
      length: length ?? 'medium',
      onQuietDay: quiet ?? 'one-line',
      mentionRole: mention ?? null,
      catchUpMinutes: given['catch-up'] ?? USUAL_CATCH_UP,
      state: 'active',
      problem: null,
      createdBy: deps.briefings.callerId ?? 'terminal',
    });
    const note = `See what it would say now with /briefing preview name:${name}`;
    return { ...tellChangedBriefing('Set up', briefing, note), form: refineForm(briefing, deps.settings) };
  },
} as const satisfies Command<typeof options>;
