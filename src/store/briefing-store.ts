import type { Briefing, BriefingChanges, BriefingDraft, Delivery } from '../records/briefing.ts';

/** A briefing that was claimed: nobody else runs it while the lease lasts. */
export interface ClaimedBriefing {
  readonly workspace: string;
  readonly briefing: Briefing;
  /** What the claim is held and given back with. */
  readonly claim: string;
  /** The oldest delivery that was left unfinished; null where there is none. */
  readonly unfinished: Delivery | null;
}

export interface BriefingClaim {
  /** The instant, and when the lease ends; ISO 8601 in UTC. */
  readonly now: string;
  readonly until: string;
  readonly limit: number;
  /** This one alone, due or not, in whichever state. */
  readonly briefingId?: string | undefined;
}

/** What becomes of a delivery and of its briefing, at once. */
export interface Settlement {
  /** Nothing is changed where the briefing is not held by it any more. */
  readonly claim: string;
  readonly delivery: DeliveryChanges;
  readonly briefing: Omit<BriefingChanges, 'nextSlot'>;
  /** Moves the next slot on, unless somebody has set another meanwhile; null leaves it. */
  readonly nextSlot: { readonly from: string | null; readonly to: string | null } | null;
}

export type DeliveryChanges = Partial<Omit<Delivery, 'id' | 'briefingId' | 'slot' | 'period'>>;

/** The part of the store that holds briefings, and what became of each of their slots. */
export interface BriefingStore {
  /** Null where the workspace has one of this name, in any letters' case. */
  addBriefing(workspace: string, draft: BriefingDraft): Promise<Briefing | null>;
  /** All of a workspace, by name. */
  listBriefings(workspace: string): Promise<readonly Briefing[]>;
  findBriefing(workspace: string, briefingId: string): Promise<Briefing | null>;
  /**
   * Resolves to what it is now: a name that another one has is not taken. Null where there is none of this id. Whoever has
   * claimed it keeps it.
   */
  changeBriefing(workspace: string, briefingId: string, changes: BriefingChanges): Promise<Briefing | null>;
  /** Its deliveries go with it; what it told does not, see `forgetTold`. Resolves to whether there was one. */
  removeBriefing(workspace: string, briefingId: string): Promise<boolean>;
  /**
   * Claims active briefings of any workspace that are due or left unfinished, and that nobody holds, the longest due
   * first.
   */
  claimBriefings(claim: BriefingClaim): Promise<readonly ClaimedBriefing[]>;
  /** Prolongs a claim, or ends it with an instant that is now. False where another has it, or nobody: stop the work. */
  holdBriefing(workspace: string, briefingId: string, claim: string, until: string): Promise<boolean>;
  /** Opens the slot's only delivery; null where it was opened before. */
  openDelivery(workspace: string, delivery: Omit<Delivery, 'id'>): Promise<Delivery | null>;
  /** Changes what is given, such as a message that is posted now. */
  changeDelivery(workspace: string, deliveryId: string, changes: DeliveryChanges): Promise<void>;
  /**
   * Ends a delivery and moves its briefing on, in one transaction; the claim on it ends. False where another has the
   * briefing, or nobody.
   */
  settleDelivery(
    workspace: string,
    delivery: Pick<Delivery, 'id' | 'briefingId'>,
    settlement: Settlement,
  ): Promise<boolean>;
  /** The latest slot first. */
  listDeliveries(workspace: string, briefingId: string, limit: number): Promise<readonly Delivery[]>;
}
