import { z } from 'zod';
import type { FollowOptions } from '../src/ingest/follow-feed.ts';

const DEFAULT_HOURS = 24;
const LONGEST_HOURS = 8784;

/** What a person may say of a feed that is to be followed. */
export const followOptions = z.strictObject({
  only: z.string().max(500).optional().describe('Store what holds one of these: missile; pact'),
  except: z.string().max(500).optional().describe('Store nothing that holds one of these'),
  hours: z
    .number()
    .int()
    .min(0)
    .max(LONGEST_HOURS)
    .optional()
    .describe('What is older than so many hours is stored and told to nobody (24)'),
});

/** The address of a feed, or of a site that names one. */
export const address = z
  .url({ protocol: /^https?$/, error: 'url should be a web address that starts with https://.' })
  .max(2000);

/** A feed that is followed: its address or id. */
export const followed = z.strictObject({
  feed: z.string().trim().min(1).max(2000).describe('Its address or id, as /feed list tells them'),
});

/** The options as following takes them; phrases are apart by semicolons. */
export function readFollowOptions({
  only,
  except,
  hours = DEFAULT_HOURS,
}: z.output<typeof followOptions>): FollowOptions {
  return { filters: { only: phrases(only), except: phrases(except) }, quietHours: hours };
}

function phrases(written = ''): readonly string[] {
  return written
    .split(';')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}
