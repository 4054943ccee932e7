import type { StoredQuote } from '../records/search.ts';

/** The record as it was: its quotes numbered up to `upTo`; `isDated` leaves out what articles without a day said. */
export interface RecordBefore {
  readonly upTo: number;
  readonly isDated: boolean;
}

/** The part of the store that knows what a briefing or a watch, the teller, told before. */
export interface ToldStore {
  /** The number of the newest quote on a workspace's record: quotes are numbered in the order in which they are stored. */
  measureRecord(workspace: string): Promise<number>;
  /** Which of these quotes say what the teller told before, in whichever outlet. */
  findTold(workspace: string, teller: string, quoteIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Which of these quotes say what was on the record before, in whichever outlet. */
  findSaidBefore(
    workspace: string,
    quoteIds: readonly string[],
    before: RecordBefore,
  ): Promise<ReadonlySet<string>>;
  /** What the teller told last, the latest first. */
  listTold(workspace: string, teller: string, limit: number): Promise<readonly StoredQuote[]>;
  noteTold(workspace: string, teller: string, quoteIds: readonly string[]): Promise<void>;
  /** What the teller told and the newest revision of its article does not have, unless that was noted as told too. */
  listCorrected(workspace: string, teller: string, limit: number): Promise<readonly StoredQuote[]>;
  noteCorrected(workspace: string, teller: string, quoteIds: readonly string[]): Promise<void>;
  /** When a briefing or watch is removed. */
  forgetTold(workspace: string, teller: string): Promise<void>;
}
