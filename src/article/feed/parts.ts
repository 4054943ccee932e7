import type { Feed, FeedText } from '../../records/feed.ts';
import { readZonedDate } from '../zoned-date.ts';
import { resolveAddress } from './resolve-address.ts';

/** A feed without the name of its format. */
export type FeedParts = Omit<Feed, 'format'>;

/** The first that holds more than white space. */
export function wordsOf(...values: readonly (string | undefined)[]): string | null {
  return values.map((value) => value?.trim()).find((value) => value !== undefined && value !== '') ?? null;
}

/** An address of the web, or null. */
export function addressOf(written: string | undefined): string | null {
  return written === undefined ? null : resolveAddress(written, null);
}

/** Markup, as RSS means its descriptions; null where there is none. */
export function markupOf(...values: readonly (string | undefined)[]): FeedText | null {
  const value = wordsOf(...values);
  return value === null ? null : { value, type: 'html' };
}

/** Dates as written, and as far as they can be read. */
export function datesOf(published: string | undefined, updated: string | undefined) {
  const [first, last] = [wordsOf(published), wordsOf(updated)];
  return {
    published: first,
    publishedAt: first === null ? null : readZonedDate(first),
    updated: last,
    updatedAt: last === null ? null : readZonedDate(last),
  };
}
