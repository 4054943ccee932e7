import { dayOf, monthOf, only, partsOf, yearOf, type Day, type DayRange } from './calendar.ts';
import { patternAt, type Groups, type Rule, type Setting } from './rule.ts';
import { hasBeen, liesAhead } from './tense.ts';
import {
  DATE,
  GAP,
  isCapitalised,
  LONG_MONTH,
  MONTH,
  monthNumber,
  NO_LETTER_AFTER,
  NUMBER_ENDS,
  SHORT_WEEKDAY,
  WEEKDAY,
  YEAR,
} from './words.ts';

const ORDINAL = '(?:st|nd|rd|th)?';
const WITH_WEEKDAY = `(?:(?:${WEEKDAY}|${SHORT_WEEKDAY}),?${GAP})?`;
const DATES = `(?<date>${DATE})${ORDINAL}(?:(?:-|(?:${GAP})?–(?:${GAP})?)(?<until>${DATE})${ORDINAL})?`;
const WITH_YEAR = `(?:(?:,?${GAP})(?<year>${YEAR})${NUMBER_ENDS}|,?${GAP}(?:of${GAP})?(?<which>last|this)${GAP}year\\b)?`;
/** "the September 11 attacks" names an event, not the latest September 11. */
const NO_EVENT = `(?!${GAP}(?:attacks?|attackers|hijackers|riots?|insurrection|massacre|committee|commission|movement)\\b)`;

/** A month and days of it, with or without a year and a weekday. */
function resolveDates(groups: Groups, setting: Setting): DayRange | 'unresolved' | null {
  const word = groups['month'] ?? '';
  if (!isCapitalised(word)) return null;
  const month = monthNumber(word);
  const days = (year: number): DayRange | null => {
    const from = dayOf(year, month, Number(groups['date']));
    const to = groups['until'] === undefined ? from : dayOf(year, month, Number(groups['until']));
    return from === null || to === null || to < from ? null : { from, to };
  };
  if (groups['year'] !== undefined) return days(Number(groups['year']));
  const { today, text, span } = setting;
  if (today === null) return 'unresolved';
  const { year } = partsOf(today);
  if (groups['which'] !== undefined) return days(groups['which'].toLowerCase() === 'last' ? year - 1 : year);
  const near = latest(days, year, today);
  if (near === null || liesAhead(text, span)) return 'unresolved';
  return !isSoon(days, near, today) || hasBeen(text, span) ? near : 'unresolved';
}

/** The latest that has begun by `today`; February 29 may be some years back. */
function latest(inYear: (year: number) => DayRange | null, year: number, today: Day): DayRange | null {
  for (let back = 0; back <= 8; back += 1) {
    const days = inYear(year - back);
    if (days !== null && days.from <= today) return days;
  }
  return null;
}

/** Whether the next time lies nearer to `today` than the last one. */
function isSoon(inYear: (year: number) => DayRange | null, last: DayRange, today: Day): boolean {
  const { year } = partsOf(today);
  const next = [inYear(year), inYear(year + 1)].find((days) => days !== null && days.from > today) ?? null;
  return next !== null && next.from - today < today - last.to;
}

const monthAndDate: Rule = {
  pattern: patternAt(`${WITH_WEEKDAY}(?<month>${MONTH})${GAP}${DATES}${NUMBER_ENDS}${WITH_YEAR}${NO_EVENT}`),
  resolve: resolveDates,
};

const dateAndMonth: Rule = {
  pattern: patternAt(
    `${WITH_WEEKDAY}(?:the${GAP})?${DATES}${GAP}(?:of${GAP})?(?<month>${MONTH})${NO_LETTER_AFTER}${WITH_YEAR}${NO_EVENT}`,
  ),
  resolve: resolveDates,
};

const isoDate: Rule = {
  pattern: patternAt(
    String.raw`(?<![/.\-])(?<year>\d{4})-(?<month>\d\d)-(?<date>\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?${NO_LETTER_AFTER}(?![\-/]|\.\w)`,
  ),
  resolve: ({ year, month, date }) => {
    const day = dayOf(Number(year), Number(month), Number(date));
    return day === null ? null : only(day);
  },
};

const monthAndYear: Rule = {
  pattern: patternAt(
    `(?<month>${MONTH}),?${GAP}(?:(?<year>${YEAR})${NUMBER_ENDS}|(?:of${GAP})?(?<which>last|this)${GAP}year\\b)`,
  ),
  resolve: ({ month, year, which }, { today }) => {
    if (month === undefined || !isCapitalised(month)) return null;
    if (today === null) return 'unresolved';
    const thisYear = partsOf(today).year;
    const named = year === undefined ? thisYear - (which?.toLowerCase() === 'last' ? 1 : 0) : Number(year);
    return monthOf(named, monthNumber(month));
  },
};

/** "in June", "late March", "last May": the word alone may be a name or a verb. */
const monthAlone: Rule = {
  pattern: patternAt(
    `(?:(?<last>last)${GAP}|(?<=\\b(?:in|during|since|early|late|mid|throughout)[ \\u00a0-]))(?<month>${LONG_MONTH}|sept)${NO_LETTER_AFTER}(?!${GAP}\\d)`,
  ),
  resolve: ({ last, month }, { text, today, span }) => {
    if (month === undefined || !isCapitalised(month)) return null;
    if (monthNumber(month) === 5 && /^['’]s/.test(text.slice(span[1], span[1] + 2))) return null;
    if (today === null) return 'unresolved';
    const inYear = (year: number): DayRange => monthOf(year, monthNumber(month));
    const { year } = partsOf(today);
    if (last !== undefined) return latest(inYear, year, monthOf(year, partsOf(today).month).from - 1);
    const near = latest(inYear, year, today);
    if (near === null || liesAhead(text, span)) return 'unresolved';
    return !isSoon(inYear, near, today) || hasBeen(text, span) ? near : 'unresolved';
  },
};

const yearAlone: Rule = {
  pattern: patternAt(
    `(?<=\\b(?:in|during|early|late|mid|since)[ \\u00a0-])(?<year>${YEAR})${NUMBER_ENDS}(?![-–]\\d)`,
  ),
  resolve: ({ year }, { today }) => (today === null ? 'unresolved' : yearOf(Number(year))),
};

/** "on the 9th"; not "on the 9th floor". */
const dateAlone: Rule = {
  pattern: patternAt(
    `(?<=\\bon[ \\u00a0])the${GAP}(?<date>${DATE})(?:st|nd|rd|th)(?=${GAP}(?:of${GAP}(?:this|last)|he|she|it|they|we|the|an?|and|that|but|when|after|in|at|for|with|by|as|said|this|last)\\b|[.,;:)!?”"–—]|\\s{0,9}$|\\s?\\n)(?:${GAP}(?:of${GAP})?(?<which>this|last)${GAP}month\\b)?`,
  ),
  resolve: ({ date, which }, { text, today, span }) => {
    if (today === null || liesAhead(text, span)) return 'unresolved';
    const { year, month } = partsOf(today);
    const first = monthOf(year, which?.toLowerCase() === 'last' ? month - 1 : month).from;
    for (let back = 0; back <= (which === undefined ? 2 : 0); back += 1) {
      const there = partsOf(monthOf(partsOf(first).year, partsOf(first).month - back).from);
      const day = dayOf(there.year, there.month, Number(date));
      if (day !== null && day <= today) return only(day);
    }
    return 'unresolved';
  },
};

/** Dates of the calendar: "June 3, 2021", "3rd of June", "2024-09-09", "in June", "in 2021", "on the 9th". */
export const CALENDAR_DATES: readonly Rule[] = [
  isoDate,
  monthAndDate,
  dateAndMonth,
  monthAndYear,
  monthAlone,
  yearAlone,
  dateAlone,
];
