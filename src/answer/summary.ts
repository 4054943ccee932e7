import type { LanguageModel } from '../llm/language-model.ts';
import type { AnswerQuote, AnswerSentence, Question } from '../records/answer.ts';
import type { ModelCall } from './model-account.ts';

/** Why there is no summary: see `withoutModel` of the words for each. */
export type SummaryFailure = 'late' | 'error' | 'unusable' | 'unbacked' | 'abstained' | 'spent';

/** What a model's work came to. */
export interface Summary {
  readonly sentences: readonly AnswerSentence[];
  readonly failure: SummaryFailure | null;
  /** Sentences of the shown reply that were dropped. */
  readonly dropped: number;
  /** The rules that were broken, by code. */
  readonly rules: readonly string[];
  readonly calls: readonly ModelCall[];
}

export interface SummaryTask {
  readonly question: Question;
  readonly quotes: readonly AnswerQuote[];
  readonly model: LanguageModel;
  /** Ends everything: the deadline, or the reader who went away. */
  readonly signal: AbortSignal;
  /** Whether enough of the time is left for a second call. */
  readonly mayRepair: () => boolean;
  /** Numbers in [0, 1). */
  readonly random: () => number;
}
