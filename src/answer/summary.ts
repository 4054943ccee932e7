import type { LanguageModel } from '../llm/language-model.ts';
import type { AnswerQuote, AnswerSentence, Question } from '../records/answer.ts';
import type { Words } from '../words/words.ts';
import type { ModelCall } from './model-account.ts';

/** Why there is no summary: see `withoutModel` of the words for each. `language`: it could not be verified in the reader's. */
export type SummaryFailure = 'late' | 'error' | 'unusable' | 'unbacked' | 'abstained' | 'spent' | 'language';

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
  /** What code writes is in these words. */
  readonly words: Words;
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
