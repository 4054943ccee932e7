import { ANSWERS } from './answers.ts';
import { BASICS } from './basics.ts';
import { BRIEFINGS } from './briefings.ts';
import { CARDS } from './cards.ts';
import { REPORTS } from './reports.ts';

/** All words of ours that a reader sees, in English. The other languages have the very same, or they don't compile. */
export const ENGLISH = { ...BASICS, cards: CARDS, answers: ANSWERS, reports: REPORTS, briefings: BRIEFINGS };
