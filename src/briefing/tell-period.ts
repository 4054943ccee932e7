import type { BriefingPeriod } from '../records/briefing.ts';
import type { Words } from '../words/words.ts';

const WEEK_MS = 7 * 86_400_000;

/** The period a briefing covers: since when, in which zone; and since when it was due where it is late. */
export function tellPeriod(
  { since, until, caughtUpFrom }: BriefingPeriod,
  zone: string,
  { briefings, dates }: Words,
): readonly string[] {
  const say = (instant: string): string =>
    dates.time(instant, zone, Math.abs(Date.parse(until) - Date.parse(instant)) < WEEK_MS);
  const period = briefings.since(say(since), zone);
  return caughtUpFrom === null ? [period] : [period, briefings.caughtUp(say(caughtUpFrom), say(until))];
}
