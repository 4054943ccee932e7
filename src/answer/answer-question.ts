import type { LanguageModel } from '../llm/language-model.ts';
import type { Answer, AnswerMode, AnswerSentence, Question } from '../records/answer.ts';
import type { Store } from '../store/store.ts';
import { tellNobody, tellRest, writeDigest } from './digest.ts';
import { gatherQuotes, type Gathered } from './gather-quotes.ts';
import { SHORTENED, tellFailure } from './notices.ts';
import { tellReversals } from './reversals.ts';
import { selectEvidence } from './select-evidence.ts';
import { summariseBySelection, summariseInProse, type Summary } from './summarise.ts';

/** A line for the log: an event's name and plain facts. Never the text of an article or a question. */
export type LogLine = (
  event: string,
  facts: Readonly<Record<string, string | number | boolean | null>>,
) => void;

export interface AnswerDeps {
  readonly workspace: string;
  readonly store: Store;
  /** null: no model is configured, and nothing tries the network. */
  readonly model: LanguageModel | null;
  readonly mode?: 'prose' | 'select' | undefined;
  /** Milliseconds for all that the model does for one answer. */
  readonly budgetMs?: number | undefined;
  /** Fires when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
  readonly now?: (() => number) | undefined;
  readonly random?: (() => number) | undefined;
  readonly log?: LogLine | undefined;
}

const BUDGET_MS = 20_000;
/** A second call is worth it when this part of the time is left. */
const REPAIR_SHARE = 0.4;
const EVIDENCE = { quotes: 24, characters: 12_000 };

function deadline(deps: AnswerDeps): AbortSignal {
  const timeout = AbortSignal.timeout(deps.budgetMs ?? BUDGET_MS);
  return deps.signal === undefined ? timeout : AbortSignal.any([deps.signal, timeout]);
}

async function summarise(
  question: Question,
  { groups }: Gathered,
  deps: AnswerDeps,
): Promise<Summary | null> {
  if (deps.model === null) return null;
  const now = deps.now ?? Date.now;
  const budgetMs = deps.budgetMs ?? BUDGET_MS;
  const end = now() + budgetMs;
  const task = {
    question,
    quotes: selectEvidence(groups, EVIDENCE),
    model: deps.model,
    signal: deadline(deps),
    mayRepair: () => end - now() >= REPAIR_SHARE * budgetMs,
    random: deps.random ?? Math.random,
  };
  const summary = deps.mode === 'select' ? await summariseBySelection(task) : await summariseInProse(task);
  deps.log?.('answer-summary', {
    outcome: summary.failure ?? 'shown',
    calls: summary.replies.length,
    dropped: summary.dropped,
    rules: summary.rules.join(' '),
  });
  return summary;
}

function tellNothing({ topic }: Question): AnswerSentence {
  return { text: `Nothing on file fits the topic “${topic.trim()}”.`, quoteIds: [] };
}

function noticeFor(summary: Summary | null): string | null {
  if (summary === null) return null;
  if (summary.failure !== null) return tellFailure(summary.failure);
  return summary.dropped > 0 ? SHORTENED : null;
}

/**
 * Answers a question from the workspace's stored quotes alone. With a model, its summary stands only as far as every
 * sentence is backed; without one, or when it fails, code writes the digest. Counts, reversals and "nobody" are always
 * the code's. No quote on file: no call.
 * Throws InputError when the topic can't be searched for, StoreError when the store fails.
 */
export async function answerQuestion(question: Question, deps: AnswerDeps): Promise<Answer> {
  const gathered = await gatherQuotes(question, deps.workspace, deps.store);
  const { groups, total, notShown } = gathered;
  if (groups.length === 0) {
    return {
      question,
      mode: 'digest',
      notice: null,
      sentences: [tellNothing(question)],
      groups,
      total: 0,
      notShown: 0,
    };
  }
  const summary = await summarise(question, gathered, deps);
  const shown = summary !== null && summary.failure === null;
  const mode: AnswerMode = shown ? (deps.mode ?? 'prose') : 'digest';
  const nobody = tellNobody(question, groups);
  const told = [
    ...(nobody === null ? [] : [nobody]),
    ...tellReversals(groups),
    ...(shown ? summary.sentences : writeDigest(groups)),
  ];
  const rest = tellRest(told, gathered);
  const sentences = rest === null ? told : [...told, rest];
  return { question, mode, notice: noticeFor(summary), sentences, groups, total, notShown };
}
