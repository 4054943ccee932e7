import { monthOf, only, partsOf, weekdayOf, weekOf, yearOf, type Day, type DayRange } from './calendar.ts';
import { patternAt, type Rule } from './rule.ts';
import { liesAhead } from './tense.ts';
import { COUNT, countOf, GAP, PART_OF_DAY } from './words.ts';

const UNIT = '(?<unit>day|night|week|fortnight|month|year)';
/** After "the day before" a word would say before what: an event whose day is not known. */
const ENDS_HERE = String.raw`(?=\s*$|\s*[.,;:!?)”"–—\n]|${GAP}(?:that|but|and)\b)`;
const NO_EVENT = String.raw`(?!${GAP}(?:of|when|which|after|before)\b)`;

/** The day, calendar month or calendar year that lies `count` units from `from`. */
function shifted(from: Day, count: number, unit: string): DayRange {
  const { year, month } = partsOf(from);
  switch (unit) {
    case 'year':
      return yearOf(year + count);
    case 'month':
      return monthOf(year, month + count);
    case 'week':
      return only(from + 7 * count);
    case 'fortnight':
      return only(from + 14 * count);
    default:
      return only(from + count);
  }
}

/** The whole week, month, year or weekend that lies `count` from the one `from` is in, or that day. */
function whole(from: Day, count: number, unit: string): DayRange {
  const { year, month } = partsOf(from);
  switch (unit) {
    case 'year':
      return yearOf(year + count);
    case 'month':
      return monthOf(year, month + count);
    case 'week':
      return weekOf(from + 7 * count);
    case 'weekend':
      return weekendOf(from + 7 * count);
    default:
      return only(from + count);
  }
}

/** The weekend `day` is in, else the one before. */
function weekendOf(day: Day): DayRange {
  const saturday = weekOf(day).from + (weekdayOf(day) >= 5 ? 5 : -2);
  return { from: saturday, to: saturday + 1 };
}

const SHIFT_OF: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tonight: 0 };

/** "yesterday", "earlier today", "the day before yesterday". */
const byName: Rule = {
  pattern: patternAt(
    `(?:(?:earlier|later|late|early)${GAP})?(?:(?<before>the${GAP}day${GAP}before${GAP})|(?<after>the${GAP}day${GAP}after${GAP}))?(?<name>yesterday|today|tonight|overnight|tomorrow)\\b(?:${GAP}${PART_OF_DAY}\\b)?`,
  ),
  resolve: ({ before, after, name }, { today }) => {
    const word = name?.toLowerCase() ?? '';
    if (today === null || after !== undefined) return 'unresolved';
    if (word === 'overnight') return { from: today - 1, to: today };
    const shift = SHIFT_OF[word];
    return shift === undefined ? 'unresolved' : only(today + shift - (before === undefined ? 0 : 1));
  },
};

/** "last week", "earlier this year", "this morning", "the weekend"; "next month" lies ahead. */
const byUnit: Rule = {
  pattern: patternAt(
    `(?:(?:earlier|later|late|early)${GAP})?(?<!\\bthe[ \\u00a0])(?:(?<which>last|this${GAP}past|this|next)${GAP}(?<unit>week|month|year|weekend|${PART_OF_DAY})|the${GAP}(?<weekend>weekend)|(?<=\\bearlier[ \\u00a0])in${GAP}the${GAP}(?<current>week|month|year))\\b(?!${GAP}of\\b)`,
  ),
  resolve: ({ which, unit: named, weekend, current }, { text, today, span }) => {
    const unit = (weekend ?? current ?? named ?? '').toLowerCase();
    const word = (which ?? 'this').toLowerCase();
    if (today === null || word === 'next') return 'unresolved';
    if (word === 'last' || word.endsWith('past')) return lastUnit(today, unit);
    return liesAhead(text, span) ? 'unresolved' : whole(today, 0, unit);
  },
};

function lastUnit(today: Day, unit: string): DayRange {
  if (unit !== 'weekend') return whole(today, -1, unit);
  return weekdayOf(today) >= 5 ? weekendOf(today - 7) : weekendOf(today);
}

/** "three days ago", "a year ago". */
const ago: Rule = {
  pattern: patternAt(`(?<count>${COUNT})${GAP}${UNIT}s?${GAP}ago\\b`),
  resolve: ({ count, unit }, { today }) =>
    today === null ? 'unresolved' : shifted(today, -countOf(count ?? ''), (unit ?? '').toLowerCase()),
};

/** "two days earlier", "a week later"; "a day after the attack" counts from an event, so its day can't be told. */
const fromAnchor: Rule = {
  pattern: patternAt(
    `(?<count>${COUNT}|the)${GAP}${UNIT}s?${GAP}(?:(?<back>earlier|previously|before${ENDS_HERE})|(?<on>later|afterwards?|after${ENDS_HERE})|(?:before|after|from)\\b)(?!${GAP}(?:than|in)\\b)`,
  ),
  resolve: ({ count, unit, back, on }, { text, anchor, span }) => {
    if (anchor === null || (back === undefined && on === undefined) || liesAhead(text, span))
      return 'unresolved';
    const steps = countOf(count ?? '');
    return shifted(anchor, back === undefined ? steps : -steps, (unit ?? '').toLowerCase());
  },
};

const STEP_OF: Readonly<Record<string, number>> = {
  previous: -1,
  preceding: -1,
  same: 0,
  following: 1,
  next: 1,
};

/** "the previous day", "the following week", "on the same evening", "that day", "on the day". */
const besideAnchor: Rule = {
  pattern: patternAt(
    `(?:(?:earlier|later|late|early)${GAP}(?:on${GAP}|in${GAP})?)?(?:(?:the|that)${GAP}(?<step>previous|preceding|following|next|same(?!${GAP}\\p{L}{3,9}${GAP}(?:as|that)\\b))${GAP}(?<unit>day|week|month|year|weekend|${PART_OF_DAY})\\b${NO_EVENT}|that${GAP}(?:day|${PART_OF_DAY})\\b${NO_EVENT}|(?<=\\b(?:on|in)[ \\u00a0])the${GAP}day\\b${ENDS_HERE})`,
  ),
  resolve: ({ step, unit }, { text, anchor, span }) =>
    anchor === null || liesAhead(text, span)
      ? 'unresolved'
      : whole(anchor, STEP_OF[step?.toLowerCase() ?? 'same'] ?? 0, (unit ?? 'day').toLowerCase()),
};

/** Dates that count from the article's day, or from the day last spoken of. */
export const RELATIVE_DATES: readonly Rule[] = [byName, ago, fromAnchor, besideAnchor, byUnit];
