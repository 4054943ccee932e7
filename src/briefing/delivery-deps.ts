import type {
  Briefing,
  ComposedBriefing,
  Delivery,
  Message,
  PostOutcome,
  PostRequest,
} from '../records/briefing.ts';
import type { BriefingStore, ClaimedBriefing } from '../store/briefing-store.ts';
import type { ToldStore } from '../store/told-store.ts';
import type { Compose } from './compose-briefing.ts';

/** The messages of a briefing, in their order. */
type Render = (
  workspace: string,
  briefing: Briefing,
  composed: ComposedBriefing,
  delivery: Pick<Delivery, 'id' | 'slot' | 'period'>,
) => Promise<readonly Message[]>;

/** Posts a message. Rejects for what may be tried again. */
type Post = (request: PostRequest) => Promise<PostOutcome>;

/** Looks for a message that may have been posted since an instant; null where it was not, `blocked` where it can't look. */
type FindPosted = (request: PostRequest, since: string) => Promise<PostOutcome | null>;

export interface DeliveryDeps {
  readonly store: BriefingStore & ToldStore;
  readonly compose: Compose;
  readonly render: Render;
  readonly post: Post;
  readonly findPosted: FindPosted;
  /** The title of a forum's post: what is delivered under the same title goes into the same post. */
  readonly titleOf: (briefing: Briefing, slot: string) => string;
  /** Tells those who run a workspace that a briefing can't be posted; may be called again for the same problem. */
  readonly tellBlocked: (workspace: string, briefing: Briefing, problem: string) => Promise<void>;
  readonly now: () => Date;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

/** A briefing in hand. `hold` is asked before each message: it rejects once the briefing is another's, or at the end. */
export interface HeldBriefing extends Omit<ClaimedBriefing, 'unfinished'> {
  readonly hold: () => Promise<void>;
}

/** What became of a delivery; `posting`: it is not at its end yet. */
export type DeliveryOutcome = Pick<Delivery, 'id' | 'slot' | 'state' | 'reason' | 'messages'>;
