import type { Language } from '../../records/language.ts';
import type { Stance } from '../../records/quote.ts';
import { datesIn, partsOf } from '../dates.ts';
import { numbersIn } from '../numbers.ts';

/** The language, and its name in its own words. */
const NAMED: { readonly language: Language; readonly autonym: string } = {
  language: 'en',
  autonym: 'English',
};
const numbers = numbersIn('en-GB');
const { count } = numbers;

/** Statements of a stance, counted: "2 denials", "1 statement". */
const NOUNS: Readonly<Record<Stance, readonly [one: string, many: string]>> = {
  denied: ['denial', 'denials'],
  disputed: ['dispute', 'disputes'],
  declined: ['refusal to confirm', 'refusals to confirm'],
  confirmed: ['confirmation', 'confirmations'],
  claimed: ['other statement', 'other statements'],
  warned: ['warning', 'warnings'],
  condemned: ['condemnation', 'condemnations'],
  urged: ['appeal', 'appeals'],
  promised: ['promise', 'promises'],
};

const STANCES: Readonly<Record<Stance, string>> = {
  denied: 'denied',
  disputed: 'disputed',
  declined: 'declined to confirm',
  confirmed: 'confirmed',
  claimed: 'claimed',
  warned: 'warned',
  condemned: 'condemned',
  urged: 'urged',
  promised: 'promised',
};

const SHORT_STANCES: Readonly<Record<Stance, string>> = { ...STANCES, declined: 'declined' };

/** What every room says in English: the rest of the language stands on it. */
export const BASICS = {
  ...NAMED,
  ...numbers,
  dates: datesIn({
    write: (instant, options) => {
      // With the marks of neither Britain nor America: Monday 9 September 2024.
      const parts = partsOf(new Intl.DateTimeFormat('en-US', options).formatToParts(instant));
      return [parts.weekday, parts.day, parts.month, parts.year]
        .filter((part) => part !== undefined)
        .join(' ');
    },
    join: (day, hour, minute) => `${day} ${hour}:${minute}`,
  }),
  /** Around a topic, a title or a name. A quote is shown with its own marks in every language. */
  inMarks: (text: string) => `“${text}”`,
  /** What a speaker did, as a mark of a quote and the heading of a group. */
  stances: STANCES,
  /** The same in a word, for a chart or a list. */
  shortStances: SHORT_STANCES,
  countStance: (number: number, stance: Stance) => count(number, ...NOUNS[stance]),
  /** The heading of a list of statements: Denials. */
  stancePlural: (stance: Stance) => NOUNS[stance][1],
  articles: (number: number) => count(number, 'article', 'articles'),
  outlets: (number: number) => count(number, 'outlet', 'outlets'),
  quotes: (number: number) => count(number, 'quote', 'quotes'),
  statements: (number: number) => count(number, 'statement', 'statements'),
};
