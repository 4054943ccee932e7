import type { QuietHours } from '../records/watch.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;

/** Minutes since midnight on the clock of a zone. */
function minuteOf(instant: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
  return minutesOf(parts);
}

/** `HH:MM` as minutes since midnight. */
function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/**
 * When the quiet hours that an instant falls into are over; null where it falls into none. A clock that is set meanwhile
 * makes it look again at the end, so that nothing is told too early.
 */
export function quietUntil(instant: Date, hours: QuietHours | null, zone: string): Date | null {
  if (hours === null) return null;
  const now = minuteOf(instant, zone);
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  const isQuiet = from <= to ? now >= from && now < to : now >= from || now < to;
  if (!isQuiet) return null;
  const left = (to - now + DAY_MINUTES) % DAY_MINUTES;
  return new Date(Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS + left * MINUTE_MS);
}
