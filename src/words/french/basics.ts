import type { Stance } from '../../records/quote.ts';
import { datesIn } from '../dates.ts';
import { numbersIn } from '../numbers.ts';
import type { Words } from '../words.ts';

const numbers = numbersIn('fr');
const { count } = numbers;

const NOUNS: Readonly<Record<Stance, readonly [one: string, many: string]>> = {
  denied: ['démenti', 'démentis'],
  disputed: ['contestation', 'contestations'],
  declined: ['refus de confirmer', 'refus de confirmer'],
  confirmed: ['confirmation', 'confirmations'],
  claimed: ['autre déclaration', 'autres déclarations'],
  warned: ['mise en garde', 'mises en garde'],
  condemned: ['condamnation', 'condamnations'],
  urged: ['demande', 'demandes'],
  promised: ['promesse', 'promesses'],
};

const STANCES: Readonly<Record<Stance, string>> = {
  denied: 'démenti',
  disputed: 'contesté',
  declined: 'refus de confirmer',
  confirmed: 'confirmé',
  claimed: 'déclaré',
  warned: 'mis en garde',
  condemned: 'condamné',
  urged: 'réclamé',
  promised: 'promis',
};

/** The first of a month is the 1er. */
function writeDate(instant: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('fr', options)
    .formatToParts(instant)
    .map(({ type, value }) => (type === 'day' && value === '1' ? '1er' : value))
    .join('');
}

export const BASICS: Omit<Words, 'cards' | 'answers' | 'reports' | 'briefings'> = {
  language: 'fr',
  autonym: 'Français',
  ...numbers,
  dates: datesIn({
    write: writeDate,
    join: (day, hour, minute) => `${day} à ${Number(hour)}\u00A0h\u00A0${minute}`,
  }),
  inMarks: (text) => `«\u00A0${text}\u00A0»`,
  stances: STANCES,
  shortStances: STANCES,
  countStance: (number, stance) => count(number, ...NOUNS[stance]),
  stancePlural: (stance) => NOUNS[stance][1],
  articles: (number) => count(number, 'article', 'articles'),
  outlets: (number) => count(number, 'média', 'médias'),
  quotes: (number) => count(number, 'citation', 'citations'),
  statements: (number) => count(number, 'déclaration', 'déclarations'),
};
