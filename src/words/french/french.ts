import type { Words } from '../words.ts';
import { ANSWERS } from './answers.ts';
import { BASICS } from './basics.ts';
import { BRIEFINGS } from './briefings.ts';
import { CARDS } from './cards.ts';
import { REPORTS } from './reports.ts';

/** Our words in French, in the register of a newsroom. */
export const FRENCH: Words = {
  ...BASICS,
  cards: CARDS,
  answers: ANSWERS,
  reports: REPORTS,
  briefings: BRIEFINGS,
};
