import { byNewest, dayOf } from '../answer/days.ts';
import { mergeCopies } from '../answer/merge-copies.ts';
import { STANCES } from '../records/quote.ts';
import type { AnswerQuote } from '../records/answer.ts';
import type { Topic } from '../records/search.ts';
import { parseTopic } from '../search/topic.ts';
import type { Store } from '../store/store.ts';

/** What a briefing is asked for. Days are `YYYY-MM-DD`, both ends included. */
export interface BriefingQuestion {
  /** None: everything on the record. */
  readonly topics: readonly string[];
  readonly since: string;
  readonly until: string;
}

export interface BriefingDeps {
  readonly workspace: string;
  readonly store: Store;
}

/** What was said on one topic, each statement once, however many outlets carry it. */
export interface News {
  /** '' for everything. */
  readonly topic: string;
  /** Said within the period, the newest first. */
  readonly fresh: readonly AnswerQuote[];
  /** Said before it, the newest first: what a speaker is held against. Empty for everything. */
  readonly earlier: readonly AnswerQuote[];
  /** Quotes on file of the period that are not among `fresh`. */
  readonly notShown: number;
}

const MAX_FOUND = 200;
const EVERYTHING: Topic = { all: [], none: [] };

/** Throws InputError for a topic that can't be searched, StoreError when the store fails. */
export async function gatherNews(
  topic: string,
  { since, until }: Omit<BriefingQuestion, 'topics'>,
  { workspace, store }: BriefingDeps,
): Promise<News> {
  const asked = topic === '' ? EVERYTHING : parseTopic(topic);
  const search = (days: { since?: string; until: string }) =>
    store.searchQuotes(workspace, { topic: asked, stances: STANCES, limit: MAX_FOUND, ...days });
  const within = await search({ since, until });
  const before = topic === '' ? [] : (await search({ until: dayBefore(since) })).quotes;
  return {
    topic,
    fresh: mergeCopies(within.quotes).toSorted(byNewest),
    // A range of days such as "in March" may reach into the period: only what was over before it is earlier.
    earlier: mergeCopies(before.filter((quote) => dayOf(quote) < since)).toSorted(byNewest),
    notShown: within.total - within.quotes.length,
  };
}

const DAY_MS = 86_400_000;

/** The day before a day, `YYYY-MM-DD`. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}
