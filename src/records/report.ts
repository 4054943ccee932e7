import type { AnswerQuote, Question, SpeakerCandidate } from './answer.ts';
import type { ArticleSource } from './search.ts';
import type { Span } from './span.ts';

/** A quote in a report. */
interface QuoteEntry {
  readonly kind: 'quote';
  readonly quote: AnswerQuote;
  /** What code tells of it, such as a change of position; null for nothing. */
  readonly note: string | null;
}

/** A sentence of an article that tells of somebody without any words of theirs, such as that they did not reply. */
export interface SentenceEntry {
  readonly kind: 'sentence';
  /** Whom it tells of, as the article writes it. */
  readonly who: string;
  /** The slice of the article at `span`. */
  readonly text: string;
  readonly span: Span;
  readonly article: ArticleSource;
  readonly note: string | null;
}

export type ReportEntry = QuoteEntry | SentenceEntry;

/** Entries under one heading, such as a day or a pair; null for a report of one part. */
export interface ReportPart {
  readonly heading: string | null;
  readonly entries: readonly ReportEntry[];
}

/**
 * What the record holds, in an order that tells something: over time, pair by pair. Title, headings, notes and `told` are
 * the code's own words; everything else is a slice of a stored article.
 */
export interface Report {
  readonly title: string;
  /** What narrows it: speaker, outlet, period. */
  readonly filters: readonly string[];
  /** Sentences before the parts: counts, what was not found and what to do then. */
  readonly told: readonly string[];
  readonly parts: readonly ReportPart[];
  /** Quotes on file that fit but are left out. */
  readonly notShown: number;
  /** Where these are to be seen, in words; absent where narrowing the question shows them. */
  readonly whereRest?: string | undefined;
  /** What was asked, where new quotes on it can be watched for. */
  readonly question?: ReportQuestion | undefined;
  /** Speakers of whom the reader has to choose one first, and what is asked about them. */
  readonly which?: ReportChoice | undefined;
}

/** The reports that can be asked for, by the name of their command. */
export const REPORT_NAMES = ['position', 'timeline', 'contradictions', 'silent'] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

/** What a report is asked for: like a question, but the topic may be missing ('') where there is a speaker. */
export type ReportQuestion = Omit<Question, 'stance'>;

export interface ReportChoice {
  readonly report: ReportName;
  readonly question: ReportQuestion;
  readonly candidates: readonly SpeakerCandidate[];
}

/** The quotes of a report in reading order: how buttons and `source` count them. */
export function quotesOfReport({ parts }: Pick<Report, 'parts'>): readonly AnswerQuote[] {
  return parts.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.kind === 'quote' ? [entry.quote] : [])),
  );
}
