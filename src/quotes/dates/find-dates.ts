import type { SaidOn } from '../../records/quote.ts';
import type { Span } from '../../records/span.ts';
import { formatDay, isWritable, parseDay, type Day, type DayRange } from './calendar.ts';
import { CALENDAR_DATES } from './calendar-dates.ts';
import { RELATIVE_DATES } from './relative-dates.ts';
import type { Rule } from './rule.ts';
import { WEEKDAYS_NAMED } from './weekdays.ts';
import { GAP } from './words.ts';

const RULES: readonly Rule[] = [...CALENDAR_DATES, ...WEEKDAYS_NAMED, ...RELATIVE_DATES];

const UNIT_FOLLOWS = `(?=${GAP}(?:day|night|week|fort|month|year|couple))`;
const AFTER_THIS =
  'week|month|year|morning|noon|lunch|after|evening|night|past|last|coming|mon|tue|wed|thu|fri|sat|sun';
const AFTER_THAT = 'day|morning|noon|lunch|after|evening|night|prev|prec|foll|next|same';
const AFTER_THE = String.raw`\d|day|night|week|fort|month|year|prev|prec|foll|next|same`;

/**
 * How every expression begins. Only here are the rules tried, so the rest of a text is passed over fast. Words that stand
 * in every sentence count only before what a rule reads behind them.
 */
const BEGINNING = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}_#@]|\d[.,:/])(?:\d|mon|tue|wed|thu|fri|sat|sun`,
    'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec',
    'yesterday|today|tonight|tomorrow|overnight|last|past|coming|next|earl|late',
    `this(?=${GAP}(?:${AFTER_THIS}))|that(?=${GAP}(?:${AFTER_THAT}))|the(?=${GAP}(?:${AFTER_THE}))`,
    `(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)${UNIT_FOLLOWS})`,
  ].join('|'),
  'giu',
);

/** An expression as it stands in the text; without days when it speaks of none that has come. */
interface Found {
  readonly span: Span;
  readonly days: DayRange | 'unresolved';
}

function findAt(text: string, at: number, today: Day | null, anchor: Day | null): Found | null {
  for (const { pattern, resolve } of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) continue;
    const span: Span = [at, at + match[0].length];
    const days = resolve(match.groups ?? {}, { text, today, anchor, span });
    if (days !== null) return { span, days };
  }
  return null;
}

/** The days up to `today`; null when they lie ahead of it or can't be written. */
function untilToday(days: DayRange, today: Day | null): DayRange | null {
  if (!isWritable(days) || (today !== null && days.from > today)) return null;
  return today !== null && days.to > today ? { from: days.from, to: today } : days;
}

/** What a later "the day before" counts from, once `days` have been spoken of. */
function nextAnchor(anchor: Day | null, days: DayRange, today: Day | null): Day | null {
  if (days.from === days.to) return days.from;
  // "In 2021 … a day later": no longer a day after the article. "this year" leaves the article's day where it was.
  return anchor === today && today !== null && days.to < today ? null : anchor;
}

/**
 * Every expression in `text` that names a day or a range of days up to the article's own, in reading order and without
 * overlap. `publishedAt` is a day or an instant, of which the day in its written zone counts. Without it only full
 * dates ("June 3, 2021") and what counts from them are resolved. What lies ahead ("will vote on Friday") is left out.
 */
export function findDates(text: string, publishedAt: string | null): readonly SaidOn[] {
  const today = publishedAt === null ? null : parseDay(publishedAt);
  const dates: SaidOn[] = [];
  let anchor = today;
  const beginning = new RegExp(BEGINNING);
  for (let start = beginning.exec(text); start !== null; start = beginning.exec(text)) {
    const found = findAt(text, start.index, today, anchor);
    if (found === null) continue;
    beginning.lastIndex = found.span[1];
    const days = found.days === 'unresolved' ? null : untilToday(found.days, today);
    if (days === null) continue;
    dates.push({ from: formatDay(days.from), to: formatDay(days.to), span: found.span });
    anchor = nextAnchor(anchor, days, today);
  }
  return dates;
}
