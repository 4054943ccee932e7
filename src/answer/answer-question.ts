import type { LanguageModel } from '../llm/language-model.ts';
import type { Answer, AnswerSentence, Question, SpeakerCandidate } from '../records/answer.ts';
import type { Store } from '../store/store.ts';
import { startDeadline } from './ask-model.ts';
import { tellNobody, tellRest, writeDigest } from './digest.ts';
import { gatherQuotes, type Gathered } from './gather-quotes.ts';
import { openAccount } from './model-account.ts';
import { askWhich } from './name-speaker.ts';
import { tellNearest } from './nearest-topics.ts';
import { SHORTENED, tellFailure } from './notices.ts';
import { tellReversals } from './reversals.ts';
import { selectEvidence } from './select-evidence.ts';
import { wayOf, type SummaryMode } from './summarise.ts';
import type { Summary } from './summary.ts';

/** A line for the log: an event's name and plain facts. Never the text of an article or a question. */
type LogLine = (event: string, facts: Readonly<Record<string, string | number | boolean | null>>) => void;

export interface AnswerDeps {
  readonly workspace: string;
  readonly store: Store;
  /** null: no model is configured, and nothing tries the network. */
  readonly model: LanguageModel | null;
  readonly mode?: SummaryMode | undefined;
  /** Milliseconds for all that the model does for one answer. */
  readonly budgetMs?: number | undefined;
  /** Tokens that the workspace may spend in a day (UTC); absent: no limit. */
  readonly dailyTokens?: number | undefined;
  /** Fires when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** A signal that fires after so many milliseconds. */
  readonly deadline?: ((milliseconds: number) => AbortSignal) | undefined;
  /** Numbers in [0, 1), for the ids and the canary of a request. */
  readonly random?: (() => number) | undefined;
  readonly log?: LogLine | undefined;
}

/** A silent model must not keep a reader waiting for 20 seconds: the rest is for starting and showing. */
export const BUDGET_MS = 18_000;
/** A second call is worth it when this part of the time is left. */
const REPAIR_SHARE = 0.4;
const EVIDENCE = { quotes: 24, characters: 12_000 };
const SPENT: Summary = { sentences: [], failure: 'spent', dropped: 0, rules: [], calls: [] };

async function summarise(
  question: Question,
  { groups }: Gathered,
  deps: AnswerDeps,
  end: number,
): Promise<Summary | null> {
  const { model, signal, mode = 'prose', budgetMs = BUDGET_MS } = deps;
  const { deadline = startDeadline, now = Date.now, random = Math.random } = deps;
  if (model === null) return null;
  const account = openAccount(deps);
  if (await account.isSpent()) return SPENT;
  const timeout = deadline(Math.max(0, end - now()));
  const { prompt, summarise: ask } = wayOf(mode);
  const summary = await ask({
    question,
    quotes: selectEvidence(groups, EVIDENCE),
    model,
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    mayRepair: () => end - now() >= REPAIR_SHARE * budgetMs,
    random,
  });
  const { failure, rules, dropped, calls } = summary;
  const outcome = failure ?? 'shown';
  const recorded = await account.record(calls, {
    prompt: prompt.name,
    promptVersion: prompt.version,
    promptHash: prompt.hash,
    outcome,
    rules,
    subject: JSON.stringify(question),
  });
  deps.log?.('answer-summary', { outcome, calls: calls.length, dropped, rules: rules.join(' '), recorded });
  return summary;
}

function noticeFor(summary: Summary | null): string | null {
  if (summary === null) return null;
  if (summary.failure !== null) return tellFailure(summary.failure);
  return summary.dropped > 0 ? SHORTENED : null;
}

async function tellNothing(question: Question, { workspace, store }: AnswerDeps): Promise<Answer> {
  const { topic, speaker, outlet, since, until, leaveOut } = question;
  const filters = [speaker, outlet, since, until, leaveOut].some((filter) => filter !== undefined);
  const sentence: AnswerSentence = {
    text: `Nothing on file fits the topic “${topic.trim()}”${filters ? ' with these filters' : ''}.`,
    quoteIds: [],
  };
  const notice = await tellNearest(question, workspace, store);
  return { question, mode: 'digest', notice, sentences: [sentence], groups: [], total: 0, notShown: 0 };
}

/** Two speakers with one name: the answer asks which, it does not mix them. */
function askForSpeaker(question: Question, which: readonly SpeakerCandidate[]): Answer {
  const sentences = [{ text: askWhich(which), quoteIds: [] }];
  return { question, mode: 'digest', notice: null, sentences, groups: [], total: 0, notShown: 0, which };
}

/**
 * Answers a question from the workspace's stored quotes alone. With a model, its summary stands only as far as every
 * sentence is backed; without one, or when it fails, code writes the digest. Counts, reversals and "nobody" are always
 * the code's. No quote on file: no call.
 * Throws InputError when the topic can't be searched for, StoreError when the store fails.
 */
export async function answerQuestion(asked: Question, deps: AnswerDeps): Promise<Answer> {
  const { budgetMs = BUDGET_MS, now = Date.now } = deps;
  const end = now() + budgetMs;
  const gathered = await gatherQuotes(asked, deps.workspace, deps.store);
  const { groups, total, notShown, candidates, question } = gathered;
  const { articles, outlets } = await deps.store.measureCorpus(deps.workspace);
  if (candidates.length > 0) return askForSpeaker(question, candidates);
  if (groups.length === 0) return tellNothing(question, deps);
  const summary = await summarise(question, gathered, deps, end);
  const nobody = tellNobody(question, groups);
  const shown = summary !== null && summary.failure === null;
  const told = [
    ...(nobody === null ? [] : [nobody]),
    ...tellReversals(groups),
    ...(shown ? summary.sentences : writeDigest(groups)),
  ];
  const rest = tellRest(told, gathered);
  return {
    question,
    mode: shown ? (deps.mode ?? 'prose') : 'digest',
    notice: noticeFor(summary),
    sentences: rest === null ? told : [...told, rest],
    groups,
    total,
    notShown,
    corpus: { articles, outlets },
  };
}
