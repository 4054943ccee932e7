import type { AnswerQuote } from '../records/answer.ts';
import type { Message, PostOutcome, PostRequest } from '../records/briefing.ts';
import type { Watch } from '../records/watch.ts';
import type { Store } from '../store/store.ts';
import type { ClaimedWatch } from '../store/watch-store.ts';

/** What watches are run with. */
export interface WatchDeps {
  readonly store: Store;
  /** One quote with its passage, or several together: mostly one message. */
  readonly render: (
    watch: Watch,
    quotes: readonly AnswerQuote[],
    workspace: string,
  ) => Promise<readonly Message[]>;
  readonly post: (request: PostRequest, workspace: string) => Promise<PostOutcome>;
  readonly findPosted: (request: PostRequest, since: string) => Promise<PostOutcome | null>;
  readonly tellBlocked: (workspace: string, watch: Watch, problem: string) => Promise<void>;
  readonly now: () => Date;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** A watch in hand. `hold` is asked before each message: it rejects once the watch is another process's. */
export interface HeldWatch extends ClaimedWatch {
  readonly hold: () => Promise<void>;
}
