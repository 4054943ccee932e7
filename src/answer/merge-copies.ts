import type { AnswerQuote } from '../records/answer.ts';
import type { StoredQuote } from '../records/search.ts';
import { dayOf } from './days.ts';
import { sourceLabel } from './speakers.ts';
import { normalise } from './verify/normalise.ts';

function statementKey(quote: StoredQuote): string {
  return [quote.stance, sourceLabel(quote), normalise(quote.content.text).trim()].join('\n');
}

function byPublication(left: StoredQuote, right: StoredQuote): number {
  const [first, second] = [
    left.article.publishedAt ?? dayOf(left),
    right.article.publishedAt ?? dayOf(right),
  ];
  return first === second ? 0 : first < second ? -1 : 1;
}

/**
 * Each statement once: the same words of the same source with the same stance, carried by several articles, come as
 * the earliest of them with the others as `copies`. The order of first appearance is kept.
 */
export function mergeCopies(quotes: readonly StoredQuote[]): readonly AnswerQuote[] {
  return [...Map.groupBy(quotes, statementKey).values()].flatMap((same) => {
    const [first, ...others] = same.toSorted(byPublication);
    if (first === undefined) return [];
    const copies = others.map((other) => other.article).filter((article) => article.id !== first.article.id);
    return [copies.length === 0 ? first : { ...first, copies }];
  });
}
