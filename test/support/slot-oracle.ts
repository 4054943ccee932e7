/** What a clock on a wall shows. */
export interface WallTime {
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  /** Since midnight. */
  readonly minute: number;
}

const MINUTE = 60_000;
const GAP_LIMIT = 48 * 60 * MINUTE;

/**
 * The instants at which something is to run, found the slow way: a clock is read minute by minute. A minute that the clock
 * leaves out counts for the next that it shows; one that it shows again doesn't count.
 */
export function walkSlots(
  zone: string,
  from: number,
  until: number,
  isWanted: (time: WallTime) => boolean,
): readonly number[] {
  const shown = readerOf(zone);
  const slots: number[] = [];
  let latest = shown(from - MINUTE);
  for (let instant = from; instant < until; instant += MINUTE) {
    const now = shown(instant);
    let isSlot = false;
    for (let time = Math.max(latest, now - GAP_LIMIT) + MINUTE; time <= now && !isSlot; time += MINUTE) {
      isSlot = isWanted(wallTime(time));
    }
    if (isSlot) slots.push(instant);
    latest = Math.max(latest, now);
  }
  return slots;
}

function wallTime(local: number): WallTime {
  const date = new Date(local);
  return {
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    minute: date.getUTCHours() * 60 + date.getUTCMinutes(),
  };
}

/** Reads what the clocks of a zone show, as if it were UTC. They are asked each quarter of an hour; none is set in between. */
function readerOf(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  const quarter = 15 * MINUTE;
  let known = Number.NaN;
  let offset = 0;
  return (instant) => {
    const start = Math.floor(instant / quarter) * quarter;
    if (start !== known) {
      known = start;
      offset = Date.parse(`${format.format(start).replace(' ', 'T')}Z`) - start;
    }
    return instant + offset;
  };
}
