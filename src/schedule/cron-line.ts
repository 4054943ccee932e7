import { InputError } from '../errors.ts';

/** When a cron line fires: on which days, and at which minutes of them. */
export interface CronRule {
  /** `day` is a day's midnight as if in UTC. */
  readonly isOn: (day: number) => boolean;
  /** Minutes since midnight, rising. */
  readonly minutes: readonly number[];
}

interface Field {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  readonly words: readonly string[];
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MINUTE: Field = { name: 'minute', first: 0, last: 59, words: [] };
const HOUR: Field = { name: 'hour', first: 0, last: 23, words: [] };
const DAY: Field = { name: 'day of the month', first: 1, last: 31, words: [] };
const MONTH: Field = { name: 'month', first: 1, last: 12, words: ['', ...MONTHS] };
const WEEKDAY: Field = { name: 'day of the week', first: 0, last: 7, words: WEEKDAYS };
const LONGEST = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const SHORTHANDS: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
};

/** The five fields behind a shorthand such as `@daily`; anything else as it is, with single spaces. */
export function spellOut(typed: string): string {
  const line = typed.trim().replaceAll(/\s+/gu, ' ');
  return SHORTHANDS[line.toLowerCase()] ?? line;
}

/**
 * Reads a cron line of five fields: minute, hour, day of the month (`L`: the last), month, day of the week. Where both kinds
 * of days are given, either will do, as in Vixie's cron. Throws InputError for what can't be read or never comes.
 */
export function readCronLine(line: string): CronRule {
  const fields = spellOut(line).toLowerCase().split(' ');
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  if (fields.length !== 5) {
    throw new InputError(
      `“${line}” has ${fields.length} fields and cron’s times have five: minute, hour, day of the month, month and day of the week, such as “30 7 * * 1-5”.`,
    );
  }
  const isLastDay = day.split(',').includes('l');
  const numbered = day.split(',').filter((part) => part !== 'l');
  const days = numbered.length === 0 ? new Set<number>() : readField(numbered.join(','), DAY);
  const months = readField(month, MONTH);
  const weekdays = new Set([...readField(weekday, WEEKDAY)].map((number) => number % 7));
  const isEither = !day.startsWith('*') && !weekday.startsWith('*');
  if (!isEither && !isLastDay && !comes(days, months)) {
    throw new InputError(
      `“${line}” never comes: none of its months has such a day. Give a day that there is, such as “0 9 28 * *”, or L for the last.`,
    );
  }
  const isOnDay = (date: Date): boolean =>
    days.has(date.getUTCDate()) || (isLastDay && new Date(date.getTime() + 86_400_000).getUTCDate() === 1);
  return {
    isOn(midnight) {
      const date = new Date(midnight);
      if (!months.has(date.getUTCMonth() + 1)) return false;
      const isOnWeekday = weekdays.has(date.getUTCDay());
      return isEither ? isOnDay(date) || isOnWeekday : isOnDay(date) && isOnWeekday;
    },
    minutes: minutesOf(readField(hour, HOUR), readField(minute, MINUTE)),
  };
}

function minutesOf(hours: ReadonlySet<number>, minutes: ReadonlySet<number>): readonly number[] {
  return [...hours]
    .flatMap((hour) => [...minutes].map((minute) => hour * 60 + minute))
    .toSorted((left, right) => left - right);
}

function comes(days: ReadonlySet<number>, months: ReadonlySet<number>): boolean {
  const earliest = Math.min(...days);
  return [...months].some((month) => earliest <= (LONGEST[month - 1] ?? 0));
}

function readField(text: string, field: Field): ReadonlySet<number> {
  return new Set(text.split(',').flatMap((part) => readPart(part, field)));
}

/** One of a field's parts: `*`, `5`, `mon`, `1-5`, each perhaps with a step such as `/2`. */
function readPart(part: string, field: Field): readonly number[] {
  const [range = '', step, ...more] = part.split('/');
  const [from = '', to, ...others] = range.split('-');
  const every = step === undefined ? 1 : /^\d{1,2}$/u.test(step) ? Number(step) : 0;
  const lowest = range === '*' ? field.first : readNumber(from, field);
  const openEnd = range === '*' || step !== undefined ? field.last : lowest;
  const highest = to === undefined ? openEnd : readNumber(to, field);
  if (more.length > 0 || others.length > 0 || every === 0 || highest < lowest) throw unreadable(part, field);
  return Array.from(
    { length: Math.floor((highest - lowest) / every) + 1 },
    (_none, index) => lowest + index * every,
  );
}

function readNumber(text: string, field: Field): number {
  const named = text === '' ? -1 : field.words.indexOf(text);
  const number = named >= 0 ? named : /^\d{1,2}$/u.test(text) ? Number(text) : -1;
  if (number < field.first || number > field.last) throw unreadable(text, field);
  return number;
}

function unreadable(text: string, { name, first, last, words }: Field): InputError {
  const named = words.length === 0 ? '' : `, or names such as ${words[1]}`;
  return new InputError(
    `“${text}” can’t stand for the ${name} in a cron time: write ${first} to ${last}${named}, a range such as ${first}-${first + 4}, or * for each.`,
  );
}
