import type { AnswerQuote } from '../records/answer.ts';
import { dayOf } from './days.ts';
import { isNamed } from './speakers.ts';
import { statementKey } from './statement-key.ts';

/**
 * Equal for the same words of the same named source with the same stance on the same day. The store knows the copies of
 * one article; this joins what two reporters heard alike. Without a name or a day it may be two statements.
 */
export function occasionKey(quote: AnswerQuote): string {
  const day = dayOf(quote);
  return isNamed(quote.speaker) && day !== '' ? `${day} ${statementKey(quote)}` : quote.id;
}

function byPublication(left: AnswerQuote, right: AnswerQuote): number {
  const [first, second] = [
    left.article.publishedAt ?? dayOf(left),
    right.article.publishedAt ?? dayOf(right),
  ];
  return first === second ? 0 : first < second ? -1 : 1;
}

/**
 * Each statement once: what several articles carry comes as the earliest of them, with the others as `copies`. The order
 * of first appearance is kept. `keyOf` is equal for what is one statement.
 */
export function mergeCopies(
  quotes: readonly AnswerQuote[],
  keyOf: (quote: AnswerQuote) => string = occasionKey,
): readonly AnswerQuote[] {
  return [...Map.groupBy(quotes, keyOf).values()].flatMap((same) => {
    const [first, ...others] = same.toSorted(byPublication);
    if (first === undefined || others.length === 0) return same;
    const carriers = [first, ...others]
      .flatMap(({ article, copies = [] }) => copies.concat(article))
      .toSorted((one, other) => ((one.publishedAt ?? '~') <= (other.publishedAt ?? '~') ? -1 : 1));
    const copies = new Map(carriers.map((article) => [article.id, article]));
    copies.delete(first.article.id);
    return [copies.size === 0 ? first : { ...first, copies: [...copies.values()] }];
  });
}
