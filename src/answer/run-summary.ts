import type { LanguageModel } from '../llm/language-model.ts';
import type { Store } from '../store/store.ts';
import { startDeadline } from './ask-model.ts';
import { openAccount } from './model-account.ts';
import { wordsIn, type Words } from '../words/words.ts';
import type { Summary, SummaryTask } from './summary.ts';

/** A line for the log: an event's name and plain facts. Never the text of an article or a question. */
export type LogLine = (
  event: string,
  facts: Readonly<Record<string, string | number | boolean | null>>,
) => void;

export interface SummaryDeps {
  readonly workspace: string;
  /** What code tells is in these words; English where they are absent. */
  readonly words?: Words | undefined;
  readonly store: Store;
  /** null: no model is configured, and nothing tries the network. */
  readonly model: LanguageModel | null;
  /** Milliseconds for all that the model does for one summary. */
  readonly budgetMs?: number | undefined;
  /** Tokens that the workspace may spend in a day (UTC); absent: no limit. */
  readonly dailyTokens?: number | undefined;
  /** Fires when nobody waits for the summary any more. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
  /** A signal that fires after so many milliseconds. */
  readonly deadline?: ((milliseconds: number) => AbortSignal) | undefined;
  /** Numbers in [0, 1), for the ids and the canary of a request. */
  readonly random?: (() => number) | undefined;
  readonly log?: LogLine | undefined;
  /** Takes a line on what is being done, for who waits. */
  readonly tell?: ((line: string) => void) | undefined;
}

/** What a summary may use. */
type SummaryMeans = Pick<SummaryTask, 'model' | 'signal' | 'mayRepair' | 'random'>;

/** A summary to be made: by which prompt, about what, and how. */
export interface SummaryRun {
  readonly prompt: { readonly name: string; readonly version: number; readonly hash: string };
  /** What it is about, as JSON: kept with what the run cost. */
  readonly subject: string;
  /** The name of the line in the log. */
  readonly event: string;
  /** Its sentences are the model's, which are verified in English alone. */
  readonly isEnglish: boolean;
  /** Throws for nothing that a model does. */
  readonly summarise: (means: SummaryMeans) => Promise<Summary>;
}

/** A silent model must not keep a reader waiting for 20 seconds: the rest is for starting and showing. */
export const BUDGET_MS = 18_000;
/** A second call is worth it when this part of the time is left. */
const REPAIR_SHARE = 0.4;
const NOTHING = { sentences: [], dropped: 0, rules: [], calls: [] };

/**
 * Has a model summarise until `end` (milliseconds since 1970) within the workspace's budget, and keeps what it cost. Null
 * without a model.
 */
export async function runSummary(run: SummaryRun, deps: SummaryDeps, end: number): Promise<Summary | null> {
  const { model, signal, budgetMs = BUDGET_MS, words = wordsIn('en') } = deps;
  const { deadline = startDeadline, now = Date.now, random = Math.random } = deps;
  if (model === null) return null;
  if (run.isEnglish && words.language !== 'en') return { ...NOTHING, failure: 'language' };
  const account = openAccount(deps);
  if (await account.isSpent()) return { ...NOTHING, failure: 'spent' };
  const timeout = deadline(Math.max(0, end - now()));
  const summary = await run.summarise({
    model,
    signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    mayRepair() {
      const isWorthIt = end - now() >= REPAIR_SHARE * budgetMs;
      if (isWorthIt) deps.tell?.(words.answers.askingAgain);
      return isWorthIt;
    },
    random,
  });
  const { failure, rules, dropped, calls } = summary;
  const outcome = failure ?? 'shown';
  const recorded = await account.record(calls, {
    prompt: run.prompt.name,
    promptVersion: run.prompt.version,
    promptHash: run.prompt.hash,
    outcome,
    rules,
    subject: run.subject,
  });
  deps.log?.(run.event, { outcome, calls: calls.length, dropped, rules: rules.join(' '), recorded });
  return summary;
}

/** Why a summary is missing or shortened, for the reader; null when there is nothing to tell. */
export function noticeFor(summary: Summary | null, { answers }: Words): string | null {
  if (summary === null) return null;
  const { failure } = summary;
  if (failure === 'language') return answers.noSummary;
  if (failure !== null) return answers.withoutModel(failure);
  return summary.dropped > 0 ? answers.shortened : null;
}
