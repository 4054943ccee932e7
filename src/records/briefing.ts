import { z } from 'zod';
import type { AnswerSentence } from './answer.ts';
import { STANCES } from './quote.ts';
import type { Report } from './report.ts';

const Named = z.object({ id: z.string(), name: z.string() });

/** A place on Discord where something is posted; `name` is how a person knows it. */
export const Place = z.object({
  channelId: z.string(),
  name: z.string(),
  kind: z.enum(['text', 'announcement', 'thread', 'forum', 'direct-message']),
  /** Of a forum: the tags that its posts bear. */
  tags: z.array(Named).default([]),
});
export type Place = Readonly<z.infer<typeof Place>>;

/** What quotes are asked for; what is empty narrows nothing. */
export const Wanted = z.object({
  topics: z.array(z.string()).readonly(),
  stances: z.array(z.enum(STANCES)).readonly(),
  speakers: z.array(z.string()).readonly(),
  outlets: z.array(z.string()).readonly(),
});
export type Wanted = Readonly<z.infer<typeof Wanted>>;

/** When a briefing runs: cron lines of five fields in a zone, parted by `;`, and how a person says it. */
export const Timetable = z.object({
  cron: z.string(),
  words: z.string(),
  /** An IANA name. */
  zone: z.string(),
});
export type Timetable = Readonly<z.infer<typeof Timetable>>;

/** `paused`: by a person; `blocked`: it can't be posted until somebody changes what `problem` says. */
const BriefingState = z.enum(['active', 'paused', 'blocked']);

/** A briefing as a workspace has set it up. Instants are ISO 8601 in UTC. */
export const Briefing = z.object({
  id: z.string(),
  name: z.string(),
  place: Place,
  wanted: Wanted,
  timetable: Timetable,
  language: z.string(),
  length: z.enum(['short', 'medium', 'long']),
  onQuietDay: z.enum(['skip', 'one-line']),
  mentionRole: Named.nullable(),
  /** A slot missed while nobody was there to run it is caught up once, unless it is older than this. */
  catchUpMinutes: z.number().int().nonnegative(),
  state: BriefingState,
  /** Why it is blocked and what to change, in one sentence; null where it isn't. */
  problem: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  /** The next instant at which it runs; null where its timetable has none. */
  nextSlot: z.string().nullable(),
  /** Up to where the record was told: the number of the last quote, see `Store.measureRecord`. */
  toldUpTo: z.number(),
  /** The end of the period that the last delivered one covered. */
  toldUntil: z.string(),
});
export type Briefing = Readonly<z.infer<typeof Briefing>>;
export type BriefingDraft = Omit<Briefing, 'id'>;
export type BriefingChanges = Partial<Omit<Briefing, 'id' | 'createdAt' | 'createdBy'>>;

/** What is new since the briefing before: quotes numbered after `after`, up to `upTo`; instants of both ends. */
export interface BriefingPeriod {
  readonly after: number;
  readonly upTo: number;
  readonly since: string;
  readonly until: string;
  /** The slot that is run later than it was due; null on time. */
  readonly caughtUpFrom: string | null;
}

/** A picture, with what it says to those who don't see it. */
export interface Picture {
  readonly png: Uint8Array;
  readonly altText: string;
}

/** A briefing ready to be posted. */
export interface ComposedBriefing {
  readonly report: Report;
  /** Under the verifier; empty where there is none, and then `notice` may say why. */
  readonly sentences: readonly AnswerSentence[];
  readonly notice: string | null;
  /** Nothing is new in the period. */
  readonly isQuiet: boolean;
  /** Ids of the quotes that it tells of. */
  readonly told: readonly string[];
  /** Ids of quotes told before that are told as corrected or removed now. */
  readonly corrected: readonly string[];
  readonly picture: Picture | null;
}

/**
 * One run of a briefing for one slot. `posting`: claimed, and perhaps part of it is posted; `delivered`; `skipped`: nothing to
 * tell, or too late to catch up; `blocked`: Discord does not let it be posted.
 */
export interface Delivery {
  readonly id: string;
  readonly briefingId: string;
  /** The instant it was due; ISO 8601 in UTC. */
  readonly slot: string;
  readonly state: 'posting' | 'delivered' | 'skipped' | 'blocked';
  /** Why it was skipped or blocked; null otherwise. */
  readonly reason: string | null;
  readonly period: BriefingPeriod;
  /**
   * What is posted, kept before the first message goes out, so that a later try posts the very same. Empty until it is
   * composed; bodies are dropped once it has ended.
   */
  readonly messages: readonly PostedMessage[];
  /** See `ComposedBriefing`: what is noted as told when all of it is posted. */
  readonly told: readonly string[];
  readonly corrected: readonly string[];
  readonly endedAt: string | null;
}

/**
 * One message of a delivery. `body` is JSON for Discord; `messageId` is null until it is known to be posted. `attemptedAt`
 * is when posting it was begun last; with a `messageId` of null it may or may not have been posted.
 */
export interface PostedMessage {
  readonly channelId: string | null;
  readonly messageId: string | null;
  readonly nonce: string;
  readonly attemptedAt: string | null;
  readonly body: unknown;
}
