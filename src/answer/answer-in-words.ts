import type { Answer, Question } from '../records/answer.ts';
import { answerQuestion, type AnswerDeps } from './answer-question.ts';
import { BUDGET_MS } from './run-summary.ts';
import { understandQuestion } from './understand-question.ts';

/** Of the time for an answer, what the model may take to understand the question. */
const UNDERSTANDING_SHARE = 1 / 3;

/**
 * Answers a question in free words: understands it, then answers what was understood, and says so. Both share one
 * answer's time with the model. `zone` is where "yesterday" is counted, UTC where it is absent; `limit` narrows what was
 * understood, such as to the days that a workspace looks back.
 * Throws InputError when the words hold nothing to look for, StoreError when the store fails.
 */
export async function answerInWords(
  text: string,
  deps: AnswerDeps & { readonly zone?: string | undefined },
  limit: (question: Question) => Question = (question) => question,
): Promise<Answer> {
  const { budgetMs = BUDGET_MS, now = Date.now } = deps;
  const start = now();
  const understanding = { ...deps, budgetMs: budgetMs * UNDERSTANDING_SHARE };
  const { question, told } = await understandQuestion(text, understanding);
  const left = Math.max(0, budgetMs - (now() - start));
  return answerQuestion({ ...limit(question), understood: told }, { ...deps, budgetMs: left });
}
