import { statementKey } from '../answer/statement-key.ts';
import { findAliases } from '../quotes/aliases.ts';
import type { ArticleDraft } from '../records/article.ts';
import type { Quote } from '../records/quote.ts';
import { describeQuote } from '../search/document.ts';
import type { NewQuote } from '../store/store.ts';

/** The quotes of an article as the store takes them: with the words they are found under, and what makes two the same. */
export function describeQuotes(article: ArticleDraft, quotes: readonly Quote[]): readonly NewQuote[] {
  const names = new Set(quotes.flatMap(({ speaker }) => speaker?.name ?? []));
  const aliases = findAliases(article.text, names);
  return quotes.map((quote) => ({
    quote,
    document: describeQuote(article, quote),
    statement: statementKey(quote),
    aliases: aliases.get(quote.speaker?.name ?? ''),
  }));
}
