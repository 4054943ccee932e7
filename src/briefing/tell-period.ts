import type { BriefingPeriod } from '../records/briefing.ts';

const WEEK_MS = 7 * 86_400_000;

/** An instant in a zone as a reader knows it: "Monday 07:30" within a week, else "Monday 23 November 2026 07:30". */
function sayInstant(instant: string, zone: string, near: string): string {
  const isNear = Math.abs(Date.parse(near) - Date.parse(instant)) < WEEK_MS;
  const day: Intl.DateTimeFormatOptions = isNear ? {} : { day: 'numeric', month: 'long', year: 'numeric' };
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const time = `${parts.get('hour') ?? ''}:${parts.get('minute') ?? ''}`;
  const words = ['weekday', 'day', 'month', 'year'] as const;
  return [...words.flatMap((part) => parts.get(part) ?? []), time].join(' ');
}

/** The period a briefing covers: since when, in which zone; and since when it was due where it is late. */
export function tellPeriod({ since, until, caughtUpFrom }: BriefingPeriod, zone: string): readonly string[] {
  const period = `since ${sayInstant(since, zone, until)} (${zone})`;
  if (caughtUpFrom === null) return [period];
  const due = sayInstant(caughtUpFrom, zone, until);
  return [period, `due ${due}, caught up ${sayInstant(until, zone, until)}`];
}
