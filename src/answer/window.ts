import type { Question } from '../records/answer.ts';
import type { Settings } from '../records/settings.ts';

const DAY_MS = 86_400_000;

/** The day it is in a time zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant);
}

/** A question that names no day, limited to the days its workspace looks back; any other as it is. */
export function withinWindow<Asked extends Pick<Question, 'since' | 'until' | 'lastDays'>>(
  question: Asked,
  { zone, windowDays }: Settings,
  now: Date,
): Asked {
  if (windowDays === null || question.since !== undefined || question.until !== undefined) return question;
  return {
    ...question,
    lastDays: windowDays,
    since: dayIn(zone, new Date(now.getTime() - windowDays * DAY_MS)),
  };
}
