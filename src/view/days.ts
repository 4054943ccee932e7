const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2024-09-09`, or the day of an instant as its source wrote it, in words: Monday 9 September 2024. */
export function sayDay(date: string): string {
  const instant = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(instant) ? date : DAY.format(instant).replace(',', '');
}

/** The day an instant falls on in a zone, in short: Mon 23 Nov 2026. */
export function sayShortDay(instant: string, zone: string): string {
  const parts = partsOf(instant, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
}

/** An instant in a zone, in short: Mon 23 Nov 2026 07:30. */
export function sayShortTime(instant: string, zone: string): string {
  const { hour, minute } = partsOf(instant, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${sayShortDay(instant, zone)} ${hour}:${minute}`;
}

type Parts = Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>>;

function partsOf(instant: string, zone: string, options: Intl.DateTimeFormatOptions): Parts {
  const parts = new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone }).formatToParts(
    new Date(instant),
  );
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** A day, or a range with both its ends. */
export function sayDays(from: string, to: string): string {
  return from === to ? sayDay(from) : `${sayDay(from)} to ${sayDay(to)}`;
}

/** A period as a question may limit it; null when it does not. */
export function sayPeriod(since: string | undefined, until: string | undefined): string | null {
  if (since !== undefined && until !== undefined) return sayDays(since, until);
  if (since !== undefined) return `since ${sayDay(since)}`;
  return until === undefined ? null : `until ${sayDay(until)}`;
}

/** A period up to today. */
export function sayLastDays(days: number): string {
  return days === 1 ? 'the last day' : `the last ${days} days`;
}
