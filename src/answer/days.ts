import type { StoredQuote } from '../records/search.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** `2024-09-09` as "9 September 2024". */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** The day a statement counts for: when it was said, else when its article appeared; empty when neither is known. */
export function dayOf(quote: Pick<StoredQuote, 'saidOn' | 'article'>): string {
  return quote.saidOn?.to ?? quote.article.publishedAt?.slice(0, 10) ?? '';
}

/** Newest first; quotes without a day come last, and those of one day stay in the order they came in. */
export function byNewest(left: StoredQuote, right: StoredQuote): number {
  const [first, second] = [dayOf(right), dayOf(left)];
  return first === second ? 0 : first < second ? -1 : 1;
}
