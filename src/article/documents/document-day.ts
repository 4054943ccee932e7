import { PublishedAt } from '../../records/article.ts';

/** How much of a document's beginning may hold the day it was published. */
const HEAD = 1500;
const DAY = 24 * 60 * 60_000;
/** A document is made on the day it goes out, or prepared a few days before. */
const PREPARED = 7 * DAY;

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTH = `(?<month>${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')}|sept)\\.?`;
const PRINTED = [
  new RegExp(`\\b(?<day>\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (?<year>(?:19|20)\\d{2})\\b`, 'giu'),
  new RegExp(`\\b${MONTH} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>(?:19|20)\\d{2})\\b`, 'giu'),
  /\b(?<year>(?:19|20)\d{2})-(?<number>\d{2})-(?<day>\d{2})\b/gu,
];

/** `2031-03-04` where that is a day of the calendar, else null. */
export function realDay(written: string): string | null {
  return PublishedAt.safeParse(written).data?.slice(0, 'YYYY-MM-DD'.length) ?? null;
}

function readDay(groups: Readonly<Record<string, string | undefined>>): string | null {
  const { year, month = '', number, day = '' } = groups;
  const named = MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3).toLowerCase())) + 1;
  return realDay(`${year}-${number ?? String(named).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function printedDays(text: string): readonly string[] {
  const head = text.slice(0, HEAD);
  return PRINTED.flatMap((form) =>
    [...head.matchAll(form)].flatMap((match) => readDay(match.groups ?? {}) ?? []),
  );
}

/**
 * The day a document was published. `made` is the day its file says it was made, which alone may be the day of a scan
 * or of a print: it counts where the document's beginning prints no day, or one shortly before or after, which then is
 * the day. A printed day alone may be any day the text speaks of, so it counts for nothing.
 */
export function documentDay(made: string | null, text: string): string | null {
  if (made === null) return null;
  const printed = printedDays(text);
  if (printed.length === 0) return made;
  const distance = (day: string): number => Math.abs(Date.parse(day) - Date.parse(made));
  const [nearest] = printed.toSorted((left, right) => distance(left) - distance(right));
  return nearest !== undefined && distance(nearest) <= PREPARED ? nearest : null;
}
