import { answerQuestionPrompt } from '../../prompts/answer-question.ts';
import { selectQuotesPrompt } from '../../prompts/select-quotes.ts';
import type { AnswerMode } from '../records/answer.ts';
import { summariseBySelection } from './summarise-by-selection.ts';
import { summariseInProse } from './summarise-in-prose.ts';

/** How a model takes part: it writes, or only chooses. */
export type SummaryMode = Exclude<AnswerMode, 'digest'>;

const WAYS = {
  prose: { prompt: answerQuestionPrompt, summarise: summariseInProse, isEnglish: true },
  select: { prompt: selectQuotesPrompt, summarise: summariseBySelection, isEnglish: false },
};

/** The prompt of a mode, and the summary it leads to. Neither throws for what a model does. */
export function wayOf(mode: SummaryMode): (typeof WAYS)[SummaryMode] {
  return WAYS[mode];
}
