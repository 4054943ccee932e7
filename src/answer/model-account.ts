import { StoreError } from '../errors.ts';
import type { ModelReply } from '../llm/language-model.ts';
import type { ModelRun } from '../records/model-run.ts';
import type { Store } from '../store/store.ts';

/** One request to a model and what came back; null when nothing usable did. */
export interface ModelCall {
  readonly promptCharacters: number;
  readonly reply: ModelReply | null;
}

/** The part of a run that the account does not work out by itself. */
type RunFacts = Pick<ModelRun, 'prompt' | 'promptVersion' | 'promptHash' | 'outcome' | 'rules' | 'subject'>;

/** A workspace's account with the model: what it may spend in a day (UTC), and what it did. */
export interface ModelAccount {
  isSpent(): Promise<boolean>;
  /** Keeps a run. A store that can't write must not cost the reader the answer: false then. */
  record(calls: readonly ModelCall[], facts: RunFacts): Promise<boolean>;
}

export interface AccountDeps {
  readonly workspace: string;
  readonly store: Store;
  /** Tokens a day; absent: no limit. */
  readonly dailyTokens?: number | undefined;
  readonly now?: (() => number) | undefined;
}

/** English has about four characters a token. */
const CHARACTERS_PER_TOKEN = 4;

function sumOrNull(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>(
    (sum, count) => (sum === null || count === null ? null : sum + count),
    counts.length === 0 ? null : 0,
  );
}

/** The tokens told, else an estimate from the characters that went back and forth. */
function charge({ promptCharacters, reply }: ModelCall): number {
  const input = reply?.inputTokens ?? Math.ceil(promptCharacters / CHARACTERS_PER_TOKEN);
  return input + (reply?.outputTokens ?? Math.ceil((reply?.rawText.length ?? 0) / CHARACTERS_PER_TOKEN));
}

export function openAccount({ workspace, store, dailyTokens, now = Date.now }: AccountDeps): ModelAccount {
  return {
    async isSpent() {
      if (dailyTokens === undefined) return false;
      const today = `${new Date(now()).toISOString().slice(0, 10)}T00:00:00.000Z`;
      return (await store.sumChargedTokens(workspace, today)) >= dailyTokens;
    },
    async record(calls, facts) {
      const replies = calls.map(({ reply }) => reply);
      const last = replies.findLast((reply) => reply !== null);
      const run: ModelRun = {
        ...facts,
        at: new Date(now()).toISOString(),
        model: last?.model ?? null,
        rung: last?.rung ?? null,
        inputTokens: sumOrNull(replies.map((reply) => reply?.inputTokens ?? null)),
        outputTokens: sumOrNull(replies.map((reply) => reply?.outputTokens ?? null)),
        chargedTokens: calls.reduce((sum, call) => sum + charge(call), 0),
      };
      try {
        await store.recordModelRun(workspace, run);
        return true;
      } catch (error) {
        if (error instanceof StoreError) return false;
        throw error;
      }
    },
  };
}
