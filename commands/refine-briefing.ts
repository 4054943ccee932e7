import type { Briefing } from '../src/records/briefing.ts';
import type { FormField, OfferedForm } from '../src/records/form.ts';
import { LANGUAGES } from '../src/records/language.ts';
import { STANCES } from '../src/records/quote.ts';
import type { Settings } from '../src/records/settings.ts';
import { wordsIn } from '../src/words/words.ts';
import { LENGTHS, QUIET_DAYS } from './briefing-options.ts';
import { NOBODY } from './role-option.ts';

/** The second step of setting a briefing up: what is rather chosen than typed, as it is now. */
export function refineForm(
  briefing: Briefing,
  { mentionRoles }: Pick<Settings, 'mentionRoles'>,
): OfferedForm {
  const { name, place, wanted } = briefing;
  const channel = `${place.channelId} ${place.kind} ${place.name}`;
  return {
    label: 'Refine',
    command: 'briefing edit',
    given: { name },
    fields: [
      stanceField(wanted.stances),
      ...(place.kind === 'direct-message' ? [] : [{ name: 'channel', values: [channel] }]),
      // A form has five fields, and most servers let briefings mention nobody.
      mentionRoles.length === 0 ? languageField(briefing) : mentionField(briefing, mentionRoles),
      { name: 'length', values: [briefing.length], choices: LENGTHS },
      { name: 'quiet', values: [briefing.onQuietDay], choices: QUIET_DAYS },
    ],
  };
}

function stanceField(chosen: Briefing['wanted']['stances']): FormField {
  const { shortStances } = wordsIn('en');
  const choices = STANCES.map((stance) => ({ value: stance, label: shortStances[stance] }));
  return { name: 'stances', values: [...chosen], choices, several: true };
}

function languageField({ language }: Briefing): FormField {
  const choices = LANGUAGES.map((each) => ({ value: each, label: wordsIn(each).autonym }));
  return { name: 'language', values: [language], choices };
}

/** Besides nobody, as many as a list holds. */
const MOST_ROLES = 24;
const ROLE_NAME = 100;

function mentionField({ mentionRole }: Briefing, roles: Settings['mentionRoles']): FormField {
  const choices = roles
    .slice(0, MOST_ROLES)
    .map(({ id, name }) => ({ value: `${id} ${name}`.slice(0, ROLE_NAME), label: name.slice(0, ROLE_NAME) }));
  const chosen = choices.find(({ value }) => value.startsWith(`${mentionRole?.id} `));
  return {
    name: 'mention',
    values: [chosen?.value ?? NOBODY],
    choices: [{ value: NOBODY, label: 'nobody' }, ...choices],
  };
}
