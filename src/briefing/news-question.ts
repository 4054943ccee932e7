import type { Briefing, BriefingPeriod, Wanted } from '../records/briefing.ts';
import type { SearchRequest, StoredQuote } from '../records/search.ts';
import type { Store } from '../store/store.ts';
import type { Words } from '../words/words.ts';

/** What counts as new: what was said on these days, `YYYY-MM-DD`, both included; or what came on the record since the last briefing. */
export type When =
  | { readonly kind: 'days'; readonly since: string; readonly until: string }
  | { readonly kind: 'recorded'; readonly period: BriefingPeriod };

/** What a report of news is asked for. No topics: everything on the record. */
export interface NewsQuestion {
  readonly title: string;
  readonly wanted: Wanted;
  readonly when: When;
  /** What is told of the period, in words. */
  readonly period: readonly string[];
  readonly length: Briefing['length'];
  /** The id of the briefing, so that nothing it told comes again; null for one that tells for the first time. */
  readonly teller: string | null;
  /**
   * Which quotes are news at all, judged before copies are joined; absent where all are. What only an article without a day
   * said before is no telling of it then.
   */
  readonly isNews?: (quote: StoredQuote) => Promise<boolean>;
}

export interface BriefingDeps {
  readonly workspace: string;
  readonly store: Store;
}

/** What a report of news is composed from, and told in. */
export interface TellingDeps extends BriefingDeps {
  readonly words: Words;
}

const DAY_MS = 86_400_000;
/** What is found only later in an article stored before the period, as when a model was down, is new as well. */
const LATE_FINDING_MS = DAY_MS;

/** What a search for news is limited to. */
export function searchWhen(when: When): Pick<SearchRequest, 'since' | 'until' | 'recorded'> {
  if (when.kind === 'days') return { since: when.since, until: when.until };
  const { after, upTo, since } = when.period;
  const storedSince = new Date(Date.parse(since) - LATE_FINDING_MS).toISOString();
  return { recorded: { after, upTo, storedSince } };
}

/** The first day of the period, `YYYY-MM-DD`. */
export function firstDay(when: When): string {
  return when.kind === 'days' ? when.since : when.period.since.slice(0, 'YYYY-MM-DD'.length);
}

/** The day before a day, `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

/** How many whole days lie between two, `YYYY-MM-DD`; negative where `later` is the earlier one. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(`${later}T00:00:00Z`) - Date.parse(`${earlier}T00:00:00Z`)) / DAY_MS);
}
