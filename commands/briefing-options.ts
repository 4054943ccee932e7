import { z } from 'zod';
import { InputError } from '../src/errors.ts';
import type { Wanted } from '../src/records/briefing.ts';
import { STANCES, type Stance } from '../src/records/quote.ts';
import { channelOption } from './channel-option.ts';
import { languageOption } from './language-option.ts';
import { mentionOption } from './role-option.ts';
import { findZone } from './zones.ts';

const MOST_LISTED = 20;

/** A list with semicolons between its parts; "everything" and nothing are the empty one. */
function listOption(what: string, longest: number) {
  return z
    .string()
    .trim()
    .max(longest)
    .transform((text) => [...new Set(text.split(/[;\n]/u).map((part) => part.trim()))])
    .transform((parts) => parts.filter((part) => part !== '' && !/^(?:everything|all|any)$/iu.test(part)))
    .refine((parts) => parts.length <= MOST_LISTED, `${what} should be at most ${MOST_LISTED}.`);
}

const stanceOption = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text.split(/[;,\s]+/u).filter((part) => part !== ''))
  .transform((parts, context): Stance[] => {
    const known = parts.map((part) => STANCES.find((stance) => stance === part.toLowerCase()));
    if (known.every((stance) => stance !== undefined)) return [...new Set(known)];
    context.addIssue({ code: 'custom', message: `stances should be some of ${STANCES.join(', ')}.` });
    return z.NEVER;
  });

/** How much a briefing tells, and what it does on a quiet day, as a form offers them. */
export const LENGTHS = [
  { value: 'short', label: 'short' },
  { value: 'medium', label: 'medium' },
  { value: 'long', label: 'long' },
];
export const QUIET_DAYS = [
  { value: 'one-line', label: 'one line' },
  { value: 'skip', label: 'nothing' },
];

/** The name of a briefing that is set up. */
export const namedBriefing = z.strictObject({
  name: z.string().trim().min(1).max(80).describe('Its name, as /briefing list tells it'),
});

/** What may be told of a briefing besides its name; the same to set one up and to change it. */
export const briefingShape = {
  topics: listOption('topics', 1000).describe(
    'Topics, with semicolons between them; everything for all that is new',
  ),
  times: z.string().trim().min(1).max(100).describe('When it runs: weekdays 07:30, Mondays 9:00, or cron'),
  zone: z
    .string()
    .trim()
    .max(64)
    .refine((zone) => findZone(zone) !== null, 'zone should be a time zone such as Europe/Berlin.')
    .transform((zone) => findZone(zone) ?? zone)
    .describe('The time zone of its times, such as Europe/Berlin'),
  speakers: listOption('speakers', 1000).describe('Only these speakers, with semicolons between them'),
  outlets: listOption('outlets', 1000).describe('Only these outlets, with semicolons between them'),
  channel: channelOption.describe('Where it is posted; here when left out'),
  tags: listOption('tags', 200).describe('For a forum: the tags of its posts, with semicolons between them'),
  stances: stanceOption.describe('Only these stances, such as denied, confirmed'),
  language: languageOption.describe('What it is told in; quotes stay in their own words'),
  length: z.enum(['short', 'medium', 'long']).describe('How much it tells'),
  quiet: z.enum(['one-line', 'skip']).describe('On a day with nothing new: one line, or nothing'),
  mention: mentionOption.describe('A role to mention; only those that /settings allows'),
  'catch-up': z
    .int()
    .min(0)
    .max(10_080)
    .describe('Minutes after which one that was missed is caught up no more'),
};

/** What a briefing asks for, of what was given. */
export function wantedOf(
  given: { readonly [Part in keyof Wanted]?: Wanted[Part] | undefined },
  before: Wanted = { topics: [], stances: [], speakers: [], outlets: [] },
): Wanted {
  return {
    topics: given.topics ?? before.topics,
    stances: given.stances ?? before.stances,
    speakers: given.speakers ?? before.speakers,
    outlets: given.outlets ?? before.outlets,
  };
}

/** Throws InputError for a role that this workspace does not let briefings mention. */
export function checkMention(
  role: { readonly id: string; readonly name: string } | null | undefined,
  allowed: readonly { readonly id: string }[],
): void {
  if (role == null || allowed.some(({ id }) => id === role.id)) return;
  throw new InputError(
    `Briefings may not mention the role ${role.name}: an administrator can allow it with /settings mention-role.`,
  );
}
