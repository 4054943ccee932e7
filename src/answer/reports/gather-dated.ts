import type { ReportQuestion } from '../../records/report.ts';
import type { AnswerQuote, SpeakerCandidate } from '../../records/answer.ts';
import { byNewest } from '../days.ts';
import { gatherQuotes } from '../gather-quotes.ts';
import type { ReportDeps } from './report-deps.ts';

/** What is on file for a report, each statement once, and how many quotes that leaves out. */
export interface DatedQuotes {
  /** Oldest first; those without a day come first. */
  readonly quotes: readonly AnswerQuote[];
  readonly total: number;
  readonly notShown: number;
  /** Speakers of whom one has to be chosen first; empty where it is plain who is meant. */
  readonly candidates: readonly SpeakerCandidate[];
  /** The question with the one speaker who was found to be meant. */
  readonly question: ReportQuestion;
}

/** Throws InputError when the topic can't be searched, StoreError when the store fails. */
export async function gatherDated(asked: ReportQuestion, deps: ReportDeps): Promise<DatedQuotes> {
  const { groups, total, notShown, candidates, question } = await gatherQuotes(
    { ...asked, stance: null },
    deps,
  );
  const quotes = groups.flatMap((group) => group.quotes).toSorted((left, right) => byNewest(right, left));
  return { quotes, total, notShown, candidates, question };
}
