import { InputError } from '../errors.ts';
import { findDates } from '../quotes/dates/find-dates.ts';
import type { Question } from '../records/answer.ts';
import { wordsIn, type Words } from '../words/words.ts';

/** A period as a person typed it: days such as 2024-09-01, or words such as "last Monday" and "March 2025". */
export interface TypedPeriod {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Days, both ends included, and in one sentence how words were understood; absent where nothing was in words. */
export type Period = Pick<Question, 'since' | 'until' | 'understood'>;

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The first and the last day that `typed` names, counted from `today`. */
function readDays(typed: string, today: string): { from: string; to: string } | null {
  const text = typed.trim().replace(/^(?:since|from|after|until|till|to|before|on)\s+/iu, '');
  const [date, ...more] = findDates(text, ISO.test(text) ? null : today);
  if (date === undefined || more.length > 0) return null;
  return date.span[0] === 0 && date.span[1] === text.length ? { from: date.from, to: date.to } : null;
}

function understand(name: 'since' | 'until', typed: string | undefined, today: string): string | undefined {
  if (typed === undefined) return undefined;
  const days = readDays(typed, today);
  if (days === null) {
    throw new InputError(`${name} should be a day such as 2024-09-01, or words such as last Monday.`);
  }
  return name === 'since' ? days.from : days.to;
}

/**
 * Reads the first and last day of a question. A range counts from its first day for `since`, to its last for `until`.
 * Throws InputError for what is no day up to `today` (`YYYY-MM-DD`), or a period that ends before it starts.
 */
export function readPeriod(typed: TypedPeriod, today: string, { answers }: Words = wordsIn('en')): Period {
  const since = understand('since', typed.since, today);
  const until = understand('until', typed.until, today);
  if (since !== undefined && until !== undefined && since > until) {
    throw new InputError(`since (${since}) should not be after until (${until}).`);
  }
  const told = [
    [typed.since, since],
    [typed.until, until],
  ].flatMap(([words, day]) =>
    words === undefined || day === undefined || ISO.test(words.trim()) ? [] : [[words.trim(), day] as const],
  );
  const understood = told.length === 0 ? undefined : answers.understoodAs(told);
  return { since, until, ...(understood === undefined ? {} : { understood }) };
}
