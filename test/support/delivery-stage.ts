import type {
  Briefing,
  BriefingDraft,
  ComposedBriefing,
  Delivery,
  PostOutcome,
  PostRequest,
} from '../../src/records/briefing.ts';
import type { DeliveryDeps } from '../../src/briefing/delivery-deps.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { draftBriefing } from './briefing-records.ts';

/** Something is new, but nothing in particular. */
export const SOMETHING_NEW: ComposedBriefing = {
  report: { title: '', filters: [], told: [], parts: [], notShown: 0 },
  sentences: [],
  notice: null,
  isQuiet: false,
  told: [],
  corrected: [],
  picture: null,
};

/** What a channel shows: it takes whatever it is given, as often as it is given it. */
interface FakeChannel {
  readonly shown: readonly PostRequest[];
  readonly post: (request: PostRequest) => Promise<PostOutcome>;
  readonly find: (request: PostRequest) => Promise<Extract<PostOutcome, { kind: 'posted' }> | null>;
}

export function openChannel(): FakeChannel {
  const shown: PostRequest[] = [];
  const outcomes = new Map<string, Extract<PostOutcome, { kind: 'posted' }>>();
  return {
    shown,
    post: (request) => {
      shown.push(request);
      const messageId = `message ${shown.length}`;
      const opened = request.place.kind === 'forum' ? `post ${shown.length}` : request.place.channelId;
      const outcome = { kind: 'posted', channelId: request.threadId ?? opened, messageId } as const;
      outcomes.set(request.nonce, outcome);
      return Promise.resolve(outcome);
    },
    find: ({ nonce }) => Promise.resolve(outcomes.get(nonce) ?? null),
  };
}

/** A stage on which briefings are delivered: a real store, a clock that a test sets, a channel that keeps what it is given. */
export interface DeliveryStage {
  readonly store: Store;
  readonly channel: FakeChannel;
  /** Problems that were told, and errors that were logged. */
  readonly told: readonly string[];
  readonly logged: readonly unknown[];
  at(instant: string): void;
  deps(changes?: Partial<DeliveryDeps>): DeliveryDeps;
  add(changes?: Partial<BriefingDraft>): Promise<Briefing>;
  find(briefing: Briefing): Promise<Briefing | null>;
  /** The history, the latest slot first. */
  history(briefing: Briefing): Promise<readonly Delivery[]>;
  close(): Promise<void>;
}

export const DESK = 'guild:1';

export async function openStage(start: string): Promise<DeliveryStage> {
  let now = start;
  const clock = (): Date => new Date(now);
  const store = await openStore(':memory:', { now: clock });
  const channel = openChannel();
  const told: string[] = [];
  const logged: unknown[] = [];
  return {
    store,
    channel,
    told,
    logged,
    at(instant) {
      now = instant;
    },
    deps: (changes = {}) => ({
      store,
      compose: () => Promise.resolve(SOMETHING_NEW),
      render: (_workspace, { name }, _composed, { slot }) =>
        Promise.resolve(['first', 'second'].map((part) => ({ body: `${name} ${slot} ${part}`, files: [] }))),
      post: channel.post,
      findPosted: channel.find,
      titleOf: ({ name }, slot) => `${name} ${slot.slice(0, 10)}`,
      tellBlocked: (_workspace, { name }, problem) => {
        told.push(`${name}: ${problem}`);
        return Promise.resolve();
      },
      now: clock,
      log: (_message, facts) => {
        logged.push(facts['error']);
      },
      ...changes,
    }),
    add: async (changes = {}) => {
      const briefing = await store.addBriefing(DESK, draftBriefing('Morning', changes));
      if (briefing === null) throw new Error('The name is taken.');
      return briefing;
    },
    find: ({ id }) => store.findBriefing(DESK, id),
    history: ({ id }) => store.listDeliveries(DESK, id, 100),
    close: () => store.close(),
  };
}
