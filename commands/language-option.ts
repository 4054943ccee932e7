import { z } from 'zod';
import { LANGUAGES } from '../src/records/language.ts';
import { wordsIn } from '../src/words/words.ts';

/** A language, by its name in its own words where it is chosen from a list. */
export const languageOption = z.enum(LANGUAGES).meta({
  choiceNames: Object.fromEntries(LANGUAGES.map((language) => [language, wordsIn(language).autonym])),
});
