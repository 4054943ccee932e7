import type { Briefing } from '../records/briefing.ts';

/** How much a briefing tells; the rest is counted. */
export interface Length {
  /** Statements in lists, all topics together. */
  readonly statements: number;
  /** Of one topic those of one stance: of the stances that answer a claim more than of others. */
  readonly answering: number;
  readonly other: number;
  /** Changes of position, and pairs that conflict, of one topic. */
  readonly changes: number;
  readonly conflicts: number;
  /** Sentences on who gave no reply, of one topic. */
  readonly unanswered: number;
}

export const LENGTHS: Readonly<Record<Briefing['length'], Length>> = {
  short: { statements: 6, answering: 3, other: 1, changes: 2, conflicts: 1, unanswered: 1 },
  medium: { statements: 20, answering: 8, other: 4, changes: 5, conflicts: 3, unanswered: 3 },
  long: { statements: 60, answering: 25, other: 12, changes: 12, conflicts: 8, unanswered: 8 },
};
