import type { Feed } from '../records/feed.ts';

const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;

/** Between two tries of a feed, in minutes. */
const SHORTEST = 15;
const LONGEST = 12 * 60;
/** For a feed that dates nothing. */
const UNDATED = 60;
/** A feed may ask to be left alone for so long; more would lose entries of those that ask for days. */
const LONGEST_ASKED = 60;

const LONGEST_BACKOFF = 24 * 60;
const LONGEST_RETRY_AFTER = 7 * 24 * 60;

/**
 * How long a feed can wait, in minutes: a week's minutes by the entries of a week (miniflux's rule), and never so long
 * that half of its entries could have gone from it meanwhile.
 */
export function intervalOf({ entries, minutesToLive }: Feed, now: Date): number {
  const instants = entries
    .map(({ publishedAt, updatedAt }) => Date.parse(publishedAt ?? updatedAt ?? ''))
    .filter((instant) => instant <= now.getTime())
    .sort((one, other) => one - other);
  const [oldest] = instants;
  if (oldest === undefined) return UNDATED;
  const recent = instants.filter((instant) => now.getTime() - instant <= WEEK).length;
  const byWeek = recent === 0 ? LONGEST : WEEK / MINUTE / recent;
  const byWindow = (now.getTime() - oldest) / MINUTE / 2;
  const asked = Math.min(minutesToLive ?? 0, LONGEST_ASKED);
  return Math.round(Math.min(LONGEST, Math.max(SHORTEST, asked, Math.min(byWeek, byWindow))));
}

/** When a feed that answered is tried again: its interval, a tenth more or less, so that feeds do not march in step. */
export function afterSuccess(now: Date, interval: number, chance: number): string {
  return later(now, interval * (0.9 + 0.2 * chance));
}

/** When a feed that failed is tried again: ever later, up to a day, and not before its host allows. */
export function afterFailure(
  now: Date,
  { failures, retryAfter }: { readonly failures: number; readonly retryAfter: Date | null },
  chance: number,
): string {
  const backoff = Math.min(LONGEST_BACKOFF, SHORTEST * 2 ** Math.min(failures - 1, 20));
  const asked = retryAfter === null ? 0 : (retryAfter.getTime() - now.getTime()) / MINUTE;
  return later(now, Math.max(backoff, Math.min(asked, LONGEST_RETRY_AFTER)) * (1 + 0.25 * chance));
}

/** When a feed is asked again for what could not be stored yet. */
export function afterPart(now: Date, chance: number): string {
  return later(now, SHORTEST * (1 + 0.25 * chance));
}

function later(now: Date, minutes: number): string {
  return new Date(now.getTime() + minutes * MINUTE).toISOString();
}
