import type { Timetable } from '../records/briefing.ts';
import { readCronLine, type CronRule } from './cron-line.ts';
import { DAY_MS, instantsOfDay, MINUTE_MS, offsetAt } from './zone-time.ts';

/** As far as a timetable is looked through: 29 February comes again after eight years at the longest. */
const DAYS_AHEAD = 9 * 366;

/**
 * The next instants at which a timetable runs, later than `after`, in ISO 8601 and UTC. A local time that doesn't exist on a
 * day runs at the next minute that does, one that comes twice runs once, the first time. Throws InputError for a line
 * that is no cron.
 */
export function nextSlots(timetable: Timetable, after: string, count: number): readonly string[] {
  const rules = rulesOf(timetable);
  const from = Date.parse(after);
  const slots: number[] = [];
  const start = midnightOf(timetable.zone, from) - DAY_MS;
  for (let day = start; day <= start + DAYS_AHEAD * DAY_MS && slots.length < count; day += DAY_MS) {
    const last = slots.at(-1) ?? from;
    slots.push(...slotsOn(day, rules, timetable.zone).filter((slot) => slot > last));
  }
  return slots.slice(0, count).map(isoOf);
}

/** The next instant of a timetable; null where none is left. */
export function nextSlot(timetable: Timetable, after: string): string | null {
  return nextSlots(timetable, after, 1)[0] ?? null;
}

/** The latest instant at which a timetable ran until `until`, that one included; null where it never did. */
export function latestSlot(timetable: Timetable, until: string): string | null {
  const rules = rulesOf(timetable);
  const to = Date.parse(until);
  const start = midnightOf(timetable.zone, to) + DAY_MS;
  for (let day = start; day >= start - DAYS_AHEAD * DAY_MS; day -= DAY_MS) {
    const slot = slotsOn(day, rules, timetable.zone).findLast((each) => each <= to);
    if (slot !== undefined) return isoOf(slot);
  }
  return null;
}

const rulesOf = ({ cron }: Timetable): readonly CronRule[] => cron.split(';').map(readCronLine);

const isoOf = (instant: number): string => new Date(instant).toISOString();

/** The midnight of the local day, as if in UTC. */
function midnightOf(zone: string, instant: number): number {
  return Math.floor((instant + offsetAt(zone, instant)) / DAY_MS) * DAY_MS;
}

/** The instants of one day, rising, each once: two local times may be the same instant where clocks are put forward. */
function slotsOn(day: number, rules: readonly CronRule[], zone: string): readonly number[] {
  const minutes = new Set(rules.flatMap((rule) => (rule.isOn(day) ? rule.minutes : [])));
  if (minutes.size === 0) return [];
  const instantOf = instantsOfDay(zone, day);
  const instants = [...minutes].map((minute) => instantOf(day + minute * MINUTE_MS));
  return [...new Set(instants)].toSorted((left, right) => left - right);
}
