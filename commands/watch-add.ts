import { z } from 'zod';
import { InputError } from '../src/errors.ts';
import { STANCES } from '../src/records/quote.ts';
import { parseTopic } from '../src/search/topic.ts';
import { channelOption } from './channel-option.ts';
import type { Command } from './command.ts';
import { tellWatch } from './tell-watch.ts';

const USUAL_LIMIT = 6;
const HOURS = /^([01]?\d|2[0-3])[:.]([0-5]\d)\s*(?:-|–|to)\s*([01]?\d|2[0-3])[:.]([0-5]\d)$/u;

const options = z.strictObject({
  topic: z.string().trim().min(1).max(200).optional().describe('Words that the quotes are about'),
  speaker: z.string().trim().min(1).max(100).optional().describe('Only this speaker'),
  stance: z.enum(STANCES).optional().describe('Only this stance'),
  outlet: z.string().trim().min(1).max(100).optional().describe('Only this outlet'),
  channel: channelOption.optional().describe('The channel to tell; your direct messages when left out'),
  often: z.enum(['at-once', 'hourly', 'daily']).optional().describe('How often; at once when left out'),
  quiet: z
    .string()
    .trim()
    .regex(HOURS, 'quiet should be hours such as 22:00-07:00.')
    .transform((text) => {
      const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = HOURS.exec(text) ?? [];
      return {
        from: `${fromHour.padStart(2, '0')}:${fromMinute}`,
        to: `${toHour.padStart(2, '0')}:${toMinute}`,
      };
    })
    .optional()
    .describe('Hours without messages, such as 22:00-07:00; what comes meanwhile is told after them'),
  limit: z.int().min(1).max(60).optional().describe('Messages an hour at most; what comes beyond is bundled'),
});

const listed = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/** Tells of each new quote that matches, as soon as it is on the record. */
export const watchAdd = {
  name: 'watch add',
  description: 'Be told of new quotes on a topic, by a speaker, of a stance or outlet',
  options,
  suggest: { topic: 'topic', speaker: 'speaker', outlet: 'outlet' },
  access: 'everyone',
  visibility: 'only-you',
  example: '/watch add topic:missile transfer stance:denied',
  async run({ topic, speaker, stance, outlet, channel, often, quiet, limit }, deps) {
    if (topic !== undefined) parseTopic(topic);
    if ([topic, speaker, stance, outlet].every((given) => given === undefined))
      throw new InputError('Say what to watch for: a topic, a speaker, a stance or an outlet.');
    if (channel !== undefined && !deps.watches.mayTellChannels)
      throw new InputError(
        'Only those who manage this server may have a channel told: leave channel out for direct messages.',
      );
    const place = channel ?? deps.watches.direct;
    if (place === null) throw new InputError('Watches tell on Discord: set them up there.');
    const watch = await deps.watches.add({
      place,
      wanted: {
        topics: listed(topic),
        speakers: listed(speaker),
        stances: stance === undefined ? [] : [stance],
        outlets: listed(outlet),
      },
      frequency: often ?? 'at-once',
      quietHours: quiet ?? null,
      hourlyLimit: limit ?? USUAL_LIMIT,
    });
    const note =
      'Only what is new from now on is told: no article from an archive, nor one without a date. Stop it with /watch remove.';
    return { kind: 'listing', listing: { title: 'Watching', items: [tellWatch(watch)], note } };
  },
} as const satisfies Command<typeof options>;
