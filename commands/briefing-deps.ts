import type {
  Briefing,
  BriefingChanges,
  BriefingDraft,
  ComposedBriefing,
  Delivery,
  Place,
} from '../src/records/briefing.ts';

import type { Forum } from './forum-tags.ts';

/** What a command may do with the briefings of its workspace. `named` is a name or an id. */
export interface BriefingDeps {
  /** Where the command was called; null in a terminal. */
  readonly here: Place | null;
  /** A forum of the server, as far as it is known; null for any other channel. */
  readonly findForum: (channelId: string) => Forum | null;
  /** Who calls; null in a terminal. */
  readonly callerId: string | null;
  /** Sets a briefing up. Throws InputError where there is one of this name, or too many. */
  create(draft: Omit<BriefingDraft, 'toldUpTo' | 'toldUntil' | 'createdAt' | 'nextSlot'>): Promise<Briefing>;
  list(): Promise<readonly Briefing[]>;
  /** Throws InputError where there is none of this name. */
  find(named: string): Promise<Briefing>;
  /** A change of the timetable or the state sets the next slot anew. */
  change(briefing: Briefing, changes: BriefingChanges): Promise<Briefing>;
  remove(briefingId: string): Promise<boolean>;
  /** What it would say now. */
  preview(briefing: Briefing): Promise<ComposedBriefing>;
  /** Posts it now; what became of it. Throws InputError where it can't be posted from here. */
  run(briefing: Briefing): Promise<Delivery>;
  history(briefingId: string): Promise<readonly Delivery[]>;
}
