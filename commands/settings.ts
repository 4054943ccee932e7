import { z } from 'zod';
import { InputError } from '../src/errors.ts';
import type { Settings } from '../src/records/settings.ts';
import type { View } from '../src/records/view.ts';
import { channelOption } from './channel-option.ts';
import type { Command, CommandDeps } from './command.ts';
import { wordsIn } from '../src/words/words.ts';
import { languageOption } from './language-option.ts';
import { roleOption } from './role-option.ts';
import { findZone } from './zones.ts';

const options = z.strictObject({
  answers: z
    .enum(['public', 'only-you'])
    .optional()
    .describe('Who sees an answer: all, or only who asked, with a Share button'),
  language: languageOption
    .optional()
    .describe('What answers and reports are told in; quotes stay in their own words'),
  zone: z
    .string()
    .trim()
    .max(64)
    .refine((zone) => findZone(zone) !== null, 'zone should be a time zone such as Europe/Berlin.')
    .optional()
    .describe('The time zone of days, such as Europe/Berlin'),
  window: z
    .int()
    .min(0)
    .max(3650)
    .optional()
    .describe('Days back that a question without days looks; 0 for all'),
  role: roleOption.optional().describe('Members with this role may store articles too'),
  operators: channelOption
    .optional()
    .describe('The channel that is told of troubles, such as a briefing that can’t be posted'),
  'mention-role': roleOption
    .optional()
    .describe('A role that briefings may mention; an administrator decides'),
  'no-mentions': z.boolean().optional().describe('Yes: briefings mention no role'),
  'no-role': z.boolean().optional().describe('Yes: only those who manage the server may store'),
});

/** Shows what a workspace has decided for itself, and changes what is given. */
export const settings = {
  name: 'settings',
  description: 'Show or change who sees answers, who may store, language, time zone and period',
  options,
  suggest: { zone: 'zone' },
  access: 'managers',
  visibility: 'only-you',
  example: '/settings answers:only-you zone:Europe/Berlin',
  async run({ answers, language, zone, window, role, 'no-role': noRole, operators, ...given }, deps) {
    if (role !== undefined && noRole === true) throw new InputError('Give either role or no-role, not both.');
    const changes = {
      ...(answers === undefined ? {} : { answers }),
      ...(language === undefined ? {} : { language }),
      ...(zone === undefined ? {} : { zone: findZone(zone) ?? zone }),
      ...(window === undefined ? {} : { windowDays: window === 0 ? null : window }),
      ...(role === undefined ? {} : { storingRole: role }),
      ...(noRole === true ? { storingRole: null } : {}),
      ...(operators === undefined ? {} : { operatorsChannel: operators }),
      ...changeMentions(given['mention-role'], given['no-mentions'] === true, deps),
    };
    const changed = Object.keys(changes).length > 0;
    return tellSettings(changed ? await deps.changeSettings(changes) : deps.settings, changed);
  },
} as const satisfies Command<typeof options>;

/** Who may be mentioned is for administrators: a mention reaches everybody who has the role. */
function changeMentions(
  role: Settings['mentionRoles'][number] | undefined,
  none: boolean,
  { settings: { mentionRoles }, isAdministrator }: Pick<CommandDeps, 'settings' | 'isAdministrator'>,
): Partial<Settings> {
  if (role === undefined && !none) return {};
  if (!isAdministrator)
    throw new InputError('Which roles may be mentioned is for administrators of this server to decide.');
  const kept = none ? [] : mentionRoles.filter(({ id }) => id !== role?.id);
  return { mentionRoles: role === undefined ? kept : [...kept, role] };
}

function tellSettings(
  { answers, language, zone, windowDays, storingRole, operatorsChannel, mentionRoles }: Settings,
  changed: boolean,
): View {
  const period =
    windowDays === null
      ? 'everything on file'
      : windowDays === 1
        ? 'the last day'
        : `the last ${windowDays} days`;
  const integration =
    'Discord shows it the commands once you allow that under Server Settings, Integrations.';
  return {
    kind: 'listing',
    listing: {
      title: 'Settings',
      items: [
        {
          name: 'Answers',
          facts: [answers === 'public' ? 'shown to all' : 'shown only to who asked, with a Share button'],
        },
        { name: 'Language', facts: [`${wordsIn(language).autonym} (${language})`] },
        { name: 'Time zone', facts: [zone] },
        { name: 'Period', facts: [`a question that names no day looks at ${period}`] },
        {
          name: 'Who may store',
          facts:
            storingRole === null
              ? ['those who manage the server']
              : [`those who manage the server, and the role ${storingRole.name}`, integration],
        },
        {
          name: 'Troubles are told in',
          facts: [
            operatorsChannel === null
              ? 'no channel yet: choose one with operators'
              : `#${operatorsChannel.name}`,
          ],
        },
        {
          name: 'Briefings may mention',
          facts: mentionRoles.length === 0 ? ['no role'] : mentionRoles.map(({ name }) => name),
        },
      ],
      note: changed ? 'Changed.' : 'To change one, give it: /settings zone:Europe/Berlin',
    },
  };
}
