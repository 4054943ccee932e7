import { z } from 'zod';
import { InputError } from '../src/errors.ts';
import { parseTimetable } from '../src/schedule/timetable.ts';
import { briefingShape, checkMention, namedBriefing, wantedOf } from './briefing-options.ts';
import type { Command } from './command.ts';
import { withTags } from './forum-tags.ts';
import { refineForm } from './refine-briefing.ts';
import { tellChangedBriefing } from './tell-briefing.ts';

const options = z.strictObject({
  ...namedBriefing.shape,
  rename: z.string().trim().min(1).max(80).optional().describe('Another name for it'),
  ...z.strictObject(briefingShape).partial().shape,
  'no-mention': z.boolean().optional().describe('Yes: it mentions no role any more'),
});

/** Changes what is given, and leaves the rest of a briefing as it is. */
export const briefingEdit = {
  name: 'briefing edit',
  description: 'Change a briefing: topics, times, channel, whatever is given',
  options,
  suggest: { name: 'briefing', times: 'time', zone: 'zone', speakers: 'speakers', outlets: 'outlets' },
  access: 'managers',
  visibility: 'public',
  example: '/briefing edit Morning times:weekdays 08:00',
  async run({ name, rename, times, zone, channel, tags, mention, 'no-mention': noMention, ...given }, deps) {
    const briefing = await deps.briefings.find(name);
    checkMention(mention, deps.settings.mentionRoles);
    const { timetable } = briefing;
    const isTimed = times !== undefined || zone !== undefined;
    // The form gives the channel back as it was: its tags stay then.
    const isMoved = channel !== undefined && channel.channelId !== briefing.place.channelId;
    const changes = {
      ...(rename === undefined ? {} : { name: rename }),
      ...(isTimed ? { timetable: parseTimetable(times ?? timetable.words, zone ?? timetable.zone) } : {}),
      ...(isMoved || tags !== undefined
        ? { place: withTags(channel ?? briefing.place, tags, deps.briefings.findForum) }
        : {}),
      ...(mention === undefined ? {} : { mentionRole: mention }),
      ...(noMention === true ? { mentionRole: null } : {}),
      ...(given.language === undefined ? {} : { language: given.language }),
      ...(given.length === undefined ? {} : { length: given.length }),
      ...(given.quiet === undefined ? {} : { onQuietDay: given.quiet }),
      ...(given['catch-up'] === undefined ? {} : { catchUpMinutes: given['catch-up'] }),
      wanted: wantedOf(given, briefing.wanted),
    };
    const changed = await deps.briefings.change(briefing, changes);
    if (rename !== undefined && changed.name !== rename)
      throw new InputError(`There is a briefing ${rename} already: choose another name.`);
    const note =
      changed.state === 'blocked'
        ? `It is still stopped: /briefing resume name:${changed.name} goes on.`
        : null;
    const form = refineForm(changed, deps.settings);
    return { ...tellChangedBriefing('Changed', changed, note), form };
  },
} as const satisfies Command<typeof options>;
