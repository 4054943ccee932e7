import type { Generated, Kysely, Selectable } from 'kysely';
import type { Briefing, Delivery } from '../records/briefing.ts';
import type { Watch } from '../records/watch.ts';
import type { Awaited } from '../records/extraction.ts';
import type { FeedSubscription, SeenEntry } from '../records/feed-subscription.ts';

/** The tables, the same in both databases. `row_id` is for joins and never leaves the store; `id` is what others see. */
export interface Tables {
  /** `last_quote`: the number of the quote stored last, see `rowIdsOf`. */
  workspaces: { row_id: Generated<number>; name: string; last_quote: number };
  articles: ArticleTable;
  quotes: QuoteTable;
  /** `hashes`: see `encodeSketch`. */
  sketches: { article_id: number; hashes: string };
  /** The smallest hashes of each article's sketch. */
  shingles: { workspace_id: number; hash: number; article_id: number };
  /** The quotes that carry a statement which others of their cluster carry too; equal ids for the same statement. */
  utterances: { quote_id: number; utterance_id: number; day: string };
  names: NameTable;
  name_words: { workspace_id: number; kind: NameKind; word: string; name_id: number };
  /** Each three letters in a row of each word of a name, see `trigramsOf`. */
  word_trigrams: { workspace_id: number; kind: NameKind; trigram: string; word: string };
  /** Those who are quoted, each once; see `linkSpeakers`. */
  speakers: { row_id: Generated<number>; id: string; workspace_id: number; name: string };
  /** What each is called, `key` being the words of `name`. */
  speaker_names: { workspace_id: number; key: string; speaker_id: number; name: string };
  speaker_roles: {
    speaker_id: number;
    role: string;
    first_day: string | null;
    last_day: string | null;
  };
  /** What briefings and watches told; `is_short` and `day`: see `findTold`. */
  told_quotes: ToldTable;
  /** `user_id` is empty for what all saw; `key` is the topic's words. */
  asked_topics: { workspace: string; user_id: string; key: string; topic: string; asked_at: string };
  watches: WatchTable;
  component_states: { workspace: string; id: string; user_id: string; payload: string };
  imported_files: { workspace: string; path: string; stamp: string; article_id: string };
  notes: { key: string; value: string };
  extractions: ExtractionTable;
  /** What a model replied about a part of an article, as JSON; `key` says about which, and how it was asked. */
  model_replies: { workspace: string; key: string; reply: string };
  briefings: BriefingTable;
  deliveries: DeliveryTable;
  feeds: FeedTable;
  seen_entries: SeenEntryTable;
  /** `record` is the run as JSON. */
  model_runs: {
    row_id: Generated<number>;
    workspace: string;
    at: string;
    charged_tokens: number;
    record: string;
  };
}

/**
 * `cluster_id` is the same for articles that are copies of one text; null for one that stands alone. `superseded_by` is
 * the newer revision.
 */
interface ArticleTable {
  row_id: Generated<number>;
  id: string;
  workspace_id: number;
  cluster_id: Generated<number | null>;
  revision: Generated<number>;
  superseded_by: Generated<number | null>;
  quote_count: number;
  content_hash: string;
  stored_at: string;
  title: string | null;
  outlet: string | null;
  byline: string | null;
  published_at: string | null;
  modified_at: string | null;
  language: string | null;
  url: string | null;
  text: string;
  /** 1 for an article that no watch or briefing tells of. */
  quiet: number;
  /** Why only a feed's teaser is there; null for a whole text. */
  teaser: string | null;
  told_by: string | null;
}

/**
 * `name_key` is the name in small letters; `claim` says who holds it until `lease_until`; `record` is the rest of the
 * briefing, as JSON.
 */
export interface BriefingTable {
  row_id: Generated<number>;
  id: string;
  workspace: string;
  name_key: string;
  state: Briefing['state'];
  next_slot: string | null;
  claim: string | null;
  lease_until: string | null;
  record: string;
}

/** A briefing has one delivery a slot; `record` is the rest of it, as JSON. */
export interface DeliveryTable {
  row_id: Generated<number>;
  id: string;
  workspace: string;
  briefing_id: string;
  slot: string;
  state: Delivery['state'];
  record: string;
}

/** See `SeenEntry`. */
export interface SeenEntryTable {
  workspace: string;
  key: string;
  status: SeenEntry['status'];
  attempts: number;
  feed_id: string | null;
  article_id: string | null;
  fingerprint: string;
  due_at: string | null;
}

/** `record` is the rest of the feed, as JSON. */
export interface FeedTable {
  row_id: Generated<number>;
  id: string;
  workspace: string;
  url: string;
  state: FeedSubscription['state'];
  next_try: string;
  lease_until: string | null;
  record: string;
}

/**
 * `day_from` and `day_to` are what date filters look at; `record` is the quote as JSON; `statement` is equal for equal
 * statements, see `NewQuote`; `replaced_by` is the id of the quote that a later revision has in its place.
 */
interface QuoteTable {
  row_id: number;
  id: string;
  workspace_id: number;
  article_id: number;
  day_from: string | null;
  day_to: string | null;
  speaker_id: number | null;
  record: string;
  statement: string;
  replaced_by: Generated<string | null>;
}

/** `is_pending`: whether a message is on its way; `record` is the rest of the watch, as JSON. */
export interface WatchTable {
  row_id: Generated<number>;
  id: string;
  workspace: string;
  state: Watch['state'];
  next_look: string;
  told_up_to: number;
  is_pending: number;
  lease_until: string | null;
  record: string;
}

interface ToldTable {
  workspace_id: number;
  teller: string;
  quote_id: string;
  statement: string;
  is_short: number;
  day: string | null;
  is_corrected: number;
}

/** See `Extraction`; `held_until` is the lease of the pass that has it in hand. */
interface ExtractionTable {
  article_id: number;
  workspace_id: number;
  version: string;
  model_stamp: string;
  awaits: Awaited | null;
  problem: string | null;
  attempts: number;
  due_at: string | null;
  held_until: string | null;
}

export type NameKind = 'speaker' | 'outlet';

/** Names to suggest; `key` is the name's words, `uses` how many quotes or articles bear it. */
interface NameTable {
  row_id: Generated<number>;
  workspace_id: number;
  kind: NameKind;
  key: string;
  name: string;
  role: string | null;
  uses: number;
}

export type Database = Kysely<Tables>;
export type ExtractionRow = Selectable<ExtractionTable>;
export type ArticleRow = Selectable<ArticleTable>;
