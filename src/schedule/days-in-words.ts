/** On which days something runs: cron's last three fields, and how a person says it. */
export interface Days {
  readonly fields: string;
  readonly words: string;
}

const NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth'];
const GROUPS: Readonly<Record<string, readonly number[]>> = {
  daily: [0, 1, 2, 3, 4, 5, 6],
  day: [0, 1, 2, 3, 4, 5, 6],
  days: [0, 1, 2, 3, 4, 5, 6],
  everyday: [0, 1, 2, 3, 4, 5, 6],
  weekday: [1, 2, 3, 4, 5],
  weekdays: [1, 2, 3, 4, 5],
  workday: [1, 2, 3, 4, 5],
  workdays: [1, 2, 3, 4, 5],
  weekend: [6, 0],
  weekends: [6, 0],
};

/** `words` without filler, in small letters; no words are every day. Null for what means no days. */
export function readDays(words: readonly string[]): Days | null {
  if (words.length === 0) return daysOfWeek([0, 1, 2, 3, 4, 5, 6]);
  return words.some((word) => /^month(?:ly|s)?$/u.test(word)) ? readDaysOfMonth(words) : readWeekdays(words);
}

function readWeekdays(words: readonly string[]): Days | null {
  const exceptAt = words.findIndex((word) => ['except', 'but', 'not'].includes(word));
  const wanted = gather(exceptAt < 0 ? words : words.slice(0, exceptAt));
  const unwanted = exceptAt < 0 ? [] : gather(words.slice(exceptAt + 1));
  if (wanted === null || unwanted === null || (exceptAt >= 0 && unwanted.length === 0)) return null;
  const days = wanted.filter((day) => !unwanted.includes(day));
  return days.length === 0 ? null : daysOfWeek(days);
}

/** Numbers of the days that words name, `mon`, `to`, `fri` among them. */
function gather(words: readonly string[]): readonly number[] | null {
  const days: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const isRange = word === 'to' || word === 'through' || word === 'until';
    const named = isRange ? rangeOf(days.at(-1), dayOf(words[(at += 1)] ?? '')) : daysNamed(word);
    if (named === null) return null;
    days.push(...named);
  }
  return days.length === 0 ? null : days;
}

function daysNamed(word: string): readonly number[] | null {
  const day = dayOf(word);
  return day === null ? (GROUPS[word] ?? null) : [day];
}

/** From one day of the week to another, over Sunday where need be. */
function rangeOf(from: number | undefined, to: number | null): readonly number[] | null {
  if (from === undefined || to === null) return null;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_none, index) => (from + index) % 7);
}

/** `mon`, `monday`, `mondays`, `tues`, `thurs`: three letters or more of a name. */
function dayOf(word: string): number | null {
  const day = NAMES.findIndex((name) => `${name.toLowerCase()}s`.startsWith(word) && word.length >= 3);
  return day < 0 ? null : day;
}

function daysOfWeek(days: readonly number[]): Days {
  // The week starts on Monday here, and Sunday is 0 in cron.
  const sorted = [...new Set(days)].toSorted((left, right) => ((left + 6) % 7) - ((right + 6) % 7));
  const key = sorted.join(',');
  if (sorted.length === 7) return { fields: '* * *', words: 'daily' };
  if (key === '1,2,3,4,5') return { fields: '* * 1-5', words: 'weekdays' };
  if (key === '6,0') return { fields: '* * 6,0', words: 'weekends' };
  return { fields: `* * ${key}`, words: listed(sorted.map((day) => `${NAMES[day]}s`)) };
}

function readDaysOfMonth(words: readonly string[]): Days | null {
  const named = words.filter((word) => !/^(?:month(?:ly|s)?|day|days)$/u.test(word)).map(dayOfMonth);
  const days = [...new Set(named.length === 0 ? ['1'] : named)];
  if (days.some((day) => day === null)) return null;
  const said = listed(days.map((day) => (day === 'L' ? 'last day' : ordinal(Number(day)))));
  return { fields: `${days.join(',')} * *`, words: `${said} of the month` };
}

/** `1`, `1st`, `first`, `last`, as cron has it. */
function dayOfMonth(word: string): string | null {
  if (word === 'last') return 'L';
  const inWords = ORDINALS.indexOf(word);
  const number = inWords > 0 ? inWords : Number(/^(\d{1,2})(?:st|nd|rd|th)?$/u.exec(word)?.[1] ?? 0);
  return number >= 1 && number <= 31 ? String(number) : null;
}

function ordinal(day: number): string {
  const last = Math.floor(day / 10) === 1 ? 0 : day % 10;
  return `${day}${['th', 'st', 'nd', 'rd'][last] ?? 'th'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
