import type { ArticleDraft } from '../records/article.ts';
import type { Quote } from '../records/quote.ts';

/** What the extractor reads of an article. */
export type ExtractorInput = Pick<ArticleDraft, 'text' | 'title' | 'publishedAt'>;

/** Every attributed statement in an article, in reading order. */
export function extractQuotes(_article: ExtractorInput): readonly Quote[] {
  return [];
}
