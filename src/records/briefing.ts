import { z } from 'zod';
import type { AnswerSentence } from './answer.ts';
import { LANGUAGES } from './language.ts';
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

/** A person's direct messages. */
export function directMessagesOf(userId: string): Place {
  return { channelId: userId, name: 'direct messages', kind: 'direct-message', tags: [] };
}

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
  language: z.enum(LANGUAGES).catch('en'),
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

/** A file that goes with a message, such as a picture; `description` is for those who don't see it. */
export interface MessageFile {
  readonly name: string;
  readonly base64: string;
  readonly description: string;
}

/** A message as it is posted: `body` is Discord's JSON. */
export interface Message {
  readonly body: unknown;
  readonly files: readonly MessageFile[];
}

/** One message of a delivery. Both ids are null until it is known to be posted. */
export interface PostedMessage extends Message {
  readonly channelId: string | null;
  readonly messageId: string | null;
  /** The same at each try, so that Discord takes it once; at most 25 characters. */
  readonly nonce: string;
  /** When posting it was begun first. While `messageId` is null it may have been posted since then, or not. */
  readonly attemptedAt: string | null;
}

/** What is to be posted, and where. */
export interface PostRequest extends Message {
  readonly place: Place;
  readonly nonce: string;
  /** The thread that it belongs to; null for the place itself, where in a forum a post is opened under `title`. */
  readonly threadId: string | null;
  readonly title: string;
}

/** `blocked`: Discord does not let it be posted until somebody changes what `problem`, one sentence, says. */
export type PostOutcome =
  | { readonly kind: 'posted'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'blocked'; readonly problem: string };
