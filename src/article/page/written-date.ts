import { PublishedAt } from '../../records/article.ts';
import { readZonedDate } from '../zoned-date.ts';
import { MONTH_NAME, monthNumber } from './months.ts';

/** In which order 3/4/2024 is read: day first, month first, or not at all, because nobody can tell. */
export type NumberOrder = 'day-first' | 'month-first' | 'unknown';

/** The Web has no older pages, and no article is from a later century. */
const YEARS = { first: 1990, last: 2099 };

function toDay(year: number, month: number, day: number): string | null {
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const isPlausible = year >= YEARS.first && year <= YEARS.last;
  return isPlausible && PublishedAt.safeParse(written).success ? written : null;
}

const EDGE = String.raw`(?<![\p{L}\p{N}/.-])`;
const END = String.raw`(?![\p{L}\p{N}]|[./-]\d)`;
const pattern = (source: string): RegExp => new RegExp(EDGE + source + END, 'iu');

const YEAR_FIRST = pattern(
  String.raw`(?<year>(?:19|20)\d{2})(?<mark>[-/.])\s?(?<month>\d{1,2})\k<mark>\s?(?<day>\d{1,2})`,
);
const VIETNAMESE = pattern(
  String.raw`(?:ngày )?(?<day>\d{1,2}) tháng (?<month>\d{1,2})(?:,| năm) (?<year>(?:19|20)\d{2})`,
);
const CJK = /(?<year>(?:19|20)\d{2})\s?[年년]\s?(?<month>\d{1,2})\s?[月월]\s?(?<day>\d{1,2})\s?[日일]/u;
const DAY_MONTH_YEAR = pattern(
  String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|(?<dot>\.))?[\s.-]{1,3}(?:of |de |d['’]|di |del |ב)?(?<name>${MONTH_NAME})\.?,?[\s.-]{1,3}(?:de |del )?(?<year>(?:19|20|25)\d{2})`,
);
const MONTH_DAY_YEAR = pattern(
  String.raw`(?<name>${MONTH_NAME})\.?\s{1,3}(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(?:at \d{1,2}:\d{2}(?: ?[ap]m)?,? )?(?<year>(?:19|20)\d{2})`,
);
const YEAR_MONTH_DAY = pattern(
  String.raw`(?<year>(?:19|20)\d{2})(?: m)?[\s.,-]{1,3}(?<name>${MONTH_NAME})\.?[\s-]{1,3}(?<day>\d{1,2})\.?`,
);
const NUMBERS = pattern(
  String.raw`(?<first>\d{1,2})(?<mark>[./-])\s?(?<second>\d{1,2})\k<mark>\s?(?<year>(?:19|20)?\d{2})`,
);

const YEAR = /(?:19|20|25)\d{2}/u;
const NAMED = [DAY_MONTH_YEAR, MONTH_DAY_YEAR, YEAR_MONTH_DAY];

/** Words beside a date, and ways to write the hour, of languages that put the day first. */
const DAY_FIRST =
  /(?<!\p{L})(?:le|à|às|publié|publicad[oa]|pubblicat[oa]|geplaatst|uur|a las|alle ore)(?!\p{L})|\d{1,2}h\d{2}/iu;

function fromNumbers(text: string, order: NumberOrder): string | null {
  const groups = NUMBERS.exec(text)?.groups;
  if (groups === undefined) return null;
  const [first, second, short] = [groups['first'], groups['second'], groups['year']].map(Number);
  if (first === undefined || second === undefined || short === undefined) return null;
  const year = short < 100 ? 2000 + short : short;
  // Full stops part day, month and year in that order wherever they are used.
  const dotted = groups['mark'] === '.';
  if (dotted || first > 12 || order === 'day-first' || (order === 'unknown' && DAY_FIRST.test(text)))
    return toDay(year, second, first);
  if (second > 12 || order === 'month-first') return toDay(year, first, second);
  if (first === second) return toDay(year, first, second);
  const days = [toDay(year, first, second), toDay(year, second, first)];
  const told = days.filter((day) => day !== null && isOnWeekday(day, text));
  return told.length === 1 ? (told[0] ?? null) : null;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Whether a text names the weekday of a day, in English: where months come first, so is the language. */
function isOnWeekday(day: string, text: string): boolean {
  const named = /\b(?:sun|mon|tue|wed|thu|fri|sat)(?=(?:s|nes|rs|ur)?(?:day)?\b)/iu.exec(text)?.[0];
  return WEEKDAYS[new Date(day).getUTCDay()] === named?.toLowerCase();
}

/** The zeros of other scripts' digits that newsrooms write: Arabic, Persian, Devanagari, Bengali. */
const ZEROS = [0x06_60, 0x06_f0, 0x09_66, 0x09_e6];

function withLatinDigits(text: string): string {
  return text.replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/** Years of Thailand's calendar are 543 ahead. */
const yearOf = (written: string | undefined): number =>
  Number(written) > 2400 ? Number(written) - 543 : Number(written);

/** `4. listopada` is Croatian, for October; without the full stop it is Polish, for November. */
const monthIn = (groups: Readonly<Record<string, string>> | undefined): number | null =>
  groups?.['dot'] !== undefined && groups['name'] === 'listopada' ? 10 : monthNumber(groups?.['name'] ?? '');

/** The first day that stands in a text, as `2024-09-10`; null where none does that can be told for sure. */
export function findWrittenDate(written: string, order: NumberOrder = 'unknown'): string | null {
  // Most lines have no number: the names of the months need not be tried.
  if (!/\p{Nd}/u.test(written)) return null;
  const text = withLatinDigits(written);
  for (const named of YEAR.test(text) ? NAMED : []) {
    const groups = named.exec(text)?.groups;
    const month = monthIn(groups);
    const day = month === null ? null : toDay(yearOf(groups?.['year']), month, Number(groups?.['day']));
    if (day !== null) return day;
  }
  for (const numbered of [YEAR_FIRST, CJK, VIETNAMESE]) {
    const groups = numbered.exec(text)?.groups;
    const day = toDay(Number(groups?.['year']), Number(groups?.['month']), Number(groups?.['day']));
    if (day !== null) return day;
  }
  return fromNumbers(text, order);
}

const ISO =
  /^(?<day>\d{4}-\d{2}-\d{2})[T ]\s?(?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\[[\w/]+\])?$/iu;
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:T?\d{4,6}(?:Z|[+-]\d{4})?)?$/u;
const RFC_822 =
  /^(?:\p{L}{2,4},?\s+)?(?<day>\d{1,2})[\s-](?<name>\p{L}{3,9})[\s-](?<year>\d{4}),?\s+(?<time>\d{1,2}:\d{2}(?::\d{2})?)\s*(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?/iu;
const EPOCH = /^(?<seconds>1\d{9})(?<milliseconds>\d{3})?$/u;

/** An instant with its zone as it was given; its day alone where no zone was. */
function toInstant(day: string | null, time: string, zone: string | undefined): string | null {
  if (day === null || zone === undefined) return day;
  const clock = time.replace(/^(\d):/u, '0$1:');
  const offset = /^[+-]/u.test(zone)
    ? zone.replace(/^(...):?(\d{2})?$/u, (_all, hours: string, minutes = '00') => `${hours}:${minutes}`)
    : 'Z';
  const parsed = PublishedAt.safeParse(`${day}T${clock.length === 5 ? `${clock}:00` : clock}${offset}`);
  return parsed.success ? parsed.data : day;
}

/** A date that a machine wrote, for machines: an instant with its zone as given, or a day; null where it is none. */
export function readMachineDate(written: string, order: NumberOrder = 'unknown'): string | null {
  const text = written.trim().slice(0, 100);
  const iso = ISO.exec(text)?.groups;
  if (iso !== undefined) return toInstant(findWrittenDate(iso['day'] ?? ''), iso['time'] ?? '', iso['zone']);
  const mail = RFC_822.exec(text)?.groups;
  const month = monthNumber(mail?.['name'] ?? '');
  if (mail !== undefined && month !== null) {
    const day = toDay(Number(mail['year']), month, Number(mail['day']));
    return toInstant(day, mail['time'] ?? '', mail['zone']);
  }
  const epoch = EPOCH.exec(text)?.groups;
  if (epoch !== undefined)
    return new Date(Number(epoch['seconds']) * 1000).toISOString().replace('.000Z', 'Z');
  const compact = COMPACT.exec(text)?.groups;
  if (compact !== undefined) {
    return toDay(Number(compact['year']), Number(compact['month']), Number(compact['day']));
  }
  return findWrittenDate(/^\d{4}-\d{2}-\d{2}(?=T\d)/u.exec(text)?.[0] ?? text, order) ?? readClocked(text);
}

/** `Tue Mar 04 08:15:00 CET 2031`, as programs write dates for themselves. */
const readClocked = (text: string): string | null =>
  /\d:\d{2}:\d{2}/u.test(text) ? readZonedDate(text) : null;
