import type { Briefing, BriefingChanges, BriefingDraft, Delivery } from '../records/briefing.ts';

/** A briefing that was claimed: nobody else runs it while the lease lasts. */
export interface ClaimedBriefing {
  readonly workspace: string;
  readonly briefing: Briefing;
  /** The delivery that a process left unfinished; null where the slot is new. */
  readonly unfinished: Delivery | null;
}

export interface BriefingClaim {
  /** The instant, and when the lease ends; ISO 8601 in UTC. */
  readonly now: string;
  readonly until: string;
  readonly limit: number;
}

/** The part of the store that holds briefings, and what became of each of their slots. */
export interface BriefingStore {
  /** Null where the workspace has one of this name, in any letters' case. */
  addBriefing(workspace: string, draft: BriefingDraft): Promise<Briefing | null>;
  /** All of a workspace, by name. */
  listBriefings(workspace: string): Promise<readonly Briefing[]>;
  findBriefing(workspace: string, briefingId: string): Promise<Briefing | null>;
  /** Null where there is none of this id. A change of `nextSlot` ends its lease. */
  changeBriefing(workspace: string, briefingId: string, changes: BriefingChanges): Promise<Briefing | null>;
  /** Its deliveries go with it. Resolves to whether there was one. */
  removeBriefing(workspace: string, briefingId: string): Promise<boolean>;
  /**
   * Claims active briefings of any workspace that are due or left unfinished, and that nobody holds, the longest due
   * first.
   */
  claimBriefings(claim: BriefingClaim): Promise<readonly ClaimedBriefing[]>;
  /** Opens the slot's only delivery; null where it was opened before. */
  openDelivery(workspace: string, delivery: Omit<Delivery, 'id'>): Promise<Delivery | null>;
  /** Changes what is given, such as a message that is posted now. */
  changeDelivery(
    workspace: string,
    deliveryId: string,
    changes: Partial<Pick<Delivery, 'messages' | 'state' | 'reason' | 'endedAt'>>,
  ): Promise<void>;
  /** The newest first. */
  listDeliveries(workspace: string, briefingId: string, limit: number): Promise<readonly Delivery[]>;
}
