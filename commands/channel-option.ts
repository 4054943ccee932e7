import { z } from 'zod';
import { Place } from '../src/records/briefing.ts';

/** A channel of a server, handed in as its id, its kind and its name: `700000000000000001 text desk`. */
export const channelOption = z
  .string()
  .regex(
    /^\d{17,20} (?:text|announcement|thread|forum) ./su,
    'channel should be a text channel, thread or forum of this server; choose it in Discord.',
  )
  .transform((text): Place => {
    const [channelId = '', kind, ...name] = text.split(' ');
    return Place.parse({ channelId, kind, name: name.join(' '), tags: [] });
  })
  .meta({ format: 'channel' });
