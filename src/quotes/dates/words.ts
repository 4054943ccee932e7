/** Pieces of regular expressions that the rules are built from. All are read with the flags `i` and `u`. */

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** A gap within an expression. Bounded, so that no pattern ever reads far, and never a line's end. */
export const GAP = String.raw`[ \t\u00a0\u2009\u202f]{1,3}`;

export const NO_LETTER_AFTER = String.raw`(?![\p{L}\p{N}_])`;

/** No digit, decimal, thousand or clock time follows: "March 15,000", "May 10:30". */
export const NUMBER_ENDS = String.raw`(?![\p{L}\p{N}_%]|[.,:/]\d)`;

export const WEEKDAY = WEEKDAYS.join('|');

export const SHORT_WEEKDAY = String.raw`(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?`;

export const LONG_MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december';

export const MONTH = String.raw`(?:${LONG_MONTH}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)`;

export const YEAR = String.raw`[12]\d{3}`;

export const DATE = '(?:[12]\\d|3[01]|0?[1-9])';

export const COUNT = String.raw`(?:an?|a${GAP}couple${GAP}of|${NUMBERS.slice(1).join('|')}|\d{1,3})`;

export const PART_OF_DAY = '(?:morning|noon|lunchtime|afternoon|evening|night)';

/** 0 for Monday to 6 for Sunday. */
export function weekdayNumber(word: string): number {
  return WEEKDAYS.indexOf(word.toLowerCase());
}

/** 1 for any form of January to 12 for December. */
export function monthNumber(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** What a COUNT says. */
export function countOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  if (/couple/i.test(words)) return 2;
  return Math.max(1, NUMBERS.indexOf(words.toLowerCase()));
}

/** "May", "MAY"; not "may". */
export function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
