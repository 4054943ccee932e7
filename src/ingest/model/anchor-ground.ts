import { findDates } from '../../quotes/dates/find-dates.ts';
import { kindOf } from '../../quotes/kind.ts';
import { findQuotations } from '../../quotes/marks.ts';
import type { ArticleDraft } from '../../records/article.ts';
import type { Kind, Quote, SaidOn } from '../../records/quote.ts';
import type { Span } from '../../records/span.ts';
import { readsLanguage } from '../../quotes/language.ts';
import { makeSearchable, type Searchable } from './find-copies.ts';
import type { Paragraph } from './numbered-paragraphs.ts';

/** An article as statements are anchored in it; each part of it is worked out once for all of them. */
export interface AnchorGround {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** The days the article names. */
  readonly dates: readonly SaidOn[];
  readonly kindOf: (content: readonly Span[]) => Kind;
  /** Names that speakers in it bear, so that nobody is given another's. */
  readonly names: readonly string[];
  readonly isEnglish: boolean;
  /** The paragraph with this index; null where there is none. */
  readonly searchParagraph: (index: number) => Searchable | null;
  readonly searchAll: () => Searchable;
}

export function prepareGround(
  { text, publishedAt, language }: Pick<ArticleDraft, 'text' | 'publishedAt' | 'language'>,
  paragraphs: readonly Paragraph[],
  known: readonly Quote[],
): AnchorGround {
  const quotations = findQuotations(text);
  const prepared = new Map<number, Searchable>();
  let all: Searchable | null = null;
  return {
    text,
    paragraphs,
    dates: findDates(text, publishedAt),
    kindOf: (content) => kindOf(content, quotations),
    names: [...new Set(known.flatMap(({ speaker }) => speaker?.name ?? []))],
    isEnglish: readsLanguage(language),
    searchParagraph(index) {
      const paragraph = paragraphs[index];
      if (paragraph === undefined) return null;
      const ready = prepared.get(index) ?? makeSearchable(text, paragraph.span);
      prepared.set(index, ready);
      return ready;
    },
    searchAll: () => (all ??= makeSearchable(text, [0, text.length])),
  };
}
