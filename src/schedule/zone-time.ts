export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** Making a formatter takes far longer than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. Throws RangeError for an unknown zone. */
export function offsetAt(zone: string, instant: number): number {
  const parts = formatterOf(zone).formatToParts(instant);
  const part = (wanted: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find(({ type }) => type === wanted)?.value);
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(zone, formatter);
  return formatter;
}

/**
 * Gives the instants of a day's local times, `day` being its midnight and `local` the time as if both were in UTC. A time
 * that comes twice is the first; one that does not exist is the first instant that does after it.
 */
export function instantsOfDay(zone: string, day: number): (local: number) => number {
  // Clocks are set on one of so many days at most, and offsets go up to half a day.
  const before = offsetAt(zone, day - DAY_MS);
  const after = offsetAt(zone, day + 2 * DAY_MS);
  if (before === after) return (local) => local - before;
  return (local) => {
    const fitting = [local - before, local - after].filter(
      (instant) => instant + offsetAt(zone, instant) === local,
    );
    return fitting.length > 0 ? Math.min(...fitting) : endOfGap(zone, local - after, local - before);
  };
}

/** The instant from which the clocks stand as at `to`, by halving; they stand as before at `from`. Whole minutes. */
function endOfGap(zone: string, from: number, to: number): number {
  const offset = offsetAt(zone, to);
  let [low, high] = [from, to];
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / (2 * MINUTE_MS)) * MINUTE_MS;
    if (offsetAt(zone, middle) === offset) high = middle;
    else low = middle;
  }
  return high;
}
