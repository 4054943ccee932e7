/** A day of the Gregorian calendar, counted from 1970-01-01. */
export type Day = number;

/** Days from `from` to `to`, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

const MS_A_DAY = 86_400_000;
/** Days are written with four digits of year; nothing outside of these years is a date of a news text. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 9999;

/** The day of a year, a month (1 to 12) and a day of the month; null when there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const day = Date.UTC(year, month - 1, date) / MS_A_DAY;
  const parts = partsOf(day);
  return parts.month === month && parts.date === date ? day : null;
}

/** The day that opens an ISO date or instant, as written there: an instant's own zone decides. Null when none does. */
export function parseDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(iso);
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  return new Date(day * MS_A_DAY).toISOString().slice(0, 10);
}

export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const time = new Date(day * MS_A_DAY);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth() + 1, date: time.getUTCDate() };
}

/** 0 for Monday to 6 for Sunday. 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

export function only(day: Day): DayRange {
  return { from: day, to: day };
}

/** Monday to Sunday of the week `day` is in. */
export function weekOf(day: Day): DayRange {
  const monday = day - weekdayOf(day);
  return { from: monday, to: monday + 6 };
}

/** A month's days; `month` may lie beyond 1 to 12 and then counts into the years around. */
export function monthOf(year: number, month: number): DayRange {
  return { from: Date.UTC(year, month - 1, 1) / MS_A_DAY, to: Date.UTC(year, month, 0) / MS_A_DAY };
}

export function yearOf(year: number): DayRange {
  return { from: monthOf(year, 1).from, to: monthOf(year, 12).to };
}

/** Whether both ends can be written as `YYYY-MM-DD`. */
export function isWritable({ from, to }: DayRange): boolean {
  return partsOf(from).year >= FIRST_YEAR && partsOf(to).year <= LAST_YEAR;
}
