import { z } from 'zod';
import { Place } from './briefing.ts';
import { LANGUAGES } from './language.ts';

const Named = z.object({ id: z.string(), name: z.string() });

/** What a workspace has decided for itself, as it is stored. */
export const Settings = z.object({
  /** Who sees an answer: everybody in the channel, or the person who asked, who can share it. */
  answers: z.enum(['public', 'only-you']),
  /** What answers and reports are told in; quotes stay in their own words. */
  language: z.enum(LANGUAGES),
  /** The IANA name of the time zone that days are counted in. */
  zone: z.string(),
  /** How many days a question without days looks back; null for everything on file. */
  windowDays: z.number().nullable(),
  /** Those who may store besides the managers of the server. */
  storingRole: Named.nullable(),
  /** Where those who run the workspace are told of troubles; null: nowhere but in the log. */
  operatorsChannel: Place.nullable(),
  /** Roles that briefings may mention. */
  mentionRoles: z.array(Named),
});
export type Settings = Readonly<z.infer<typeof Settings>>;

export const DEFAULT_SETTINGS: Settings = {
  answers: 'public',
  language: 'en',
  zone: 'UTC',
  windowDays: null,
  storingRole: null,
  operatorsChannel: null,
  mentionRoles: [],
};
