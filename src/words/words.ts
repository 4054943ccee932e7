import type { Language } from '../records/language.ts';
import { ENGLISH } from './english/english.ts';
import { FRENCH } from './french/french.ts';
import { GERMAN } from './german/german.ts';

/** A language's words: plain text without any Markdown or colour, which the renderers escape and set. */
export type Words = typeof ENGLISH;

const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, de: GERMAN, fr: FRENCH };

/** The words of a language. */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}
