import type { Stance } from '../../records/quote.ts';
import { datesIn } from '../dates.ts';
import { numbersIn } from '../numbers.ts';
import type { Words } from '../words.ts';

const numbers = numbersIn('de');
const { count } = numbers;

const NOUNS: Readonly<Record<Stance, readonly [one: string, many: string]>> = {
  denied: ['Dementi', 'Dementis'],
  disputed: ['Anzweiflung', 'Anzweiflungen'],
  declined: ['abgelehnte Bestätigung', 'abgelehnte Bestätigungen'],
  confirmed: ['Bestätigung', 'Bestätigungen'],
  claimed: ['weitere Aussage', 'weitere Aussagen'],
  warned: ['Warnung', 'Warnungen'],
  condemned: ['Verurteilung', 'Verurteilungen'],
  urged: ['Forderung', 'Forderungen'],
  promised: ['Zusage', 'Zusagen'],
};

const STANCES: Readonly<Record<Stance, string>> = {
  denied: 'dementiert',
  disputed: 'angezweifelt',
  declined: 'Bestätigung abgelehnt',
  confirmed: 'bestätigt',
  claimed: 'erklärt',
  warned: 'gewarnt',
  condemned: 'verurteilt',
  urged: 'gefordert',
  promised: 'zugesagt',
};

export const BASICS: Omit<Words, 'cards' | 'answers' | 'reports' | 'briefings'> = {
  language: 'de',
  autonym: 'Deutsch',
  ...numbers,
  dates: datesIn({
    write: (instant, options) => new Intl.DateTimeFormat('de', options).format(instant),
    join: (day, hour, minute) => `${day}, ${hour}:${minute} Uhr`,
  }),
  inMarks: (text) => `„${text}“`,
  stances: STANCES,
  shortStances: STANCES,
  countStance: (number, stance) => count(number, ...NOUNS[stance]),
  stancePlural: (stance) => NOUNS[stance][1],
  articles: (number) => count(number, 'Artikel', 'Artikel'),
  outlets: (number) => count(number, 'Medium', 'Medien'),
  quotes: (number) => count(number, 'Zitat', 'Zitate'),
  statements: (number) => count(number, 'Aussage', 'Aussagen'),
};
