import { LANGUAGES, type Language } from '../records/language.ts';
import { DESCRIPTIONS as FRENCH } from './french/descriptions.ts';
import { DESCRIPTIONS as GERMAN } from './german/descriptions.ts';

const DESCRIPTIONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  de: GERMAN,
  fr: FRENCH,
};

/** What a command or an option is for, by language, as far as there are words for it; `description` is the English text. */
export function translateDescription(description: string): Readonly<Partial<Record<Language, string>>> {
  const told = LANGUAGES.map((language) => [language, DESCRIPTIONS[language][description]] as const);
  return Object.fromEntries(told.filter(([, text]) => text !== undefined));
}
