import type { AnswerQuote } from '../../records/answer.ts';
import { byNewest } from '../days.ts';
import { gatherQuotes } from '../gather-quotes.ts';
import { askWhich } from '../name-speaker.ts';
import type { ReportDeps, ReportQuestion } from './report-deps.ts';

/** What is on file for a report, each statement once, and how many quotes that leaves out. */
export interface DatedQuotes {
  /** Oldest first; those without a day come first. */
  readonly quotes: readonly AnswerQuote[];
  readonly total: number;
  readonly notShown: number;
  /** The question which of several speakers is meant; null where that is plain. */
  readonly which: string | null;
}

/** Throws InputError when the topic can't be searched, StoreError when the store fails. */
export async function gatherDated(question: ReportQuestion, deps: ReportDeps): Promise<DatedQuotes> {
  const { groups, total, notShown, candidates } = await gatherQuotes(
    { ...question, stance: null },
    deps.workspace,
    deps.store,
  );
  const quotes = groups.flatMap((group) => group.quotes).toSorted((left, right) => byNewest(right, left));
  return { quotes, total, notShown, which: candidates.length === 0 ? null : askWhich(candidates) };
}
