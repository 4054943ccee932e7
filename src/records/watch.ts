import { z } from 'zod';
import { Place, Wanted } from './briefing.ts';

/** Hours without messages, `HH:MM` in the watch's zone; from 22:00 to 07:00 goes over midnight. */
const QuietHours = z.object({ from: z.string(), to: z.string() });
export type QuietHours = Readonly<z.infer<typeof QuietHours>>;

/** A message on its way. While `messageId` is null it may have been posted since `attemptedAt`, or not. */
const PendingMessage = z.object({
  body: z.unknown(),
  nonce: z.string(),
  attemptedAt: z.string().nullable(),
  messageId: z.string().nullable(),
});

/** What a watch is telling: kept before the first message goes out, so that a later try tells the very same. */
const Pending = z.object({
  messages: z.array(PendingMessage),
  quoteIds: z.array(z.string()),
  upTo: z.number(),
});
export type Pending = Readonly<z.infer<typeof Pending>>;

/** Who wants to be told of new quotes, of which, where and how often. Instants are ISO 8601 in UTC. */
export const Watch = z.object({
  id: z.string(),
  place: Place,
  wanted: Wanted,
  frequency: z.enum(['at-once', 'hourly', 'daily']),
  quietHours: QuietHours.nullable(),
  /** An IANA name: what quiet hours are counted in. */
  zone: z.string(),
  /** Messages an hour; what comes beyond is bundled into one. */
  hourlyLimit: z.number().int().positive(),
  state: z.enum(['active', 'blocked']),
  /** Why it is blocked and what to change, in one sentence; null where it isn't. */
  problem: z.string().nullable(),
  createdBy: z.string(),
  createdAt: z.string(),
  /** When it is looked at next, where there is anything new by then. */
  nextLook: z.string(),
  /** Up to where the record was looked at: the number of the last quote, see `Store.measureRecord`. */
  toldUpTo: z.number(),
  /** When it was looked at last. */
  lookedAt: z.string(),
  /** When its messages of the last hour were posted. */
  posted: z.array(z.string()),
  pending: Pending.nullable(),
});
export type Watch = Readonly<z.infer<typeof Watch>>;
export type WatchDraft = Omit<Watch, 'id'>;
export type WatchChanges = Partial<Omit<Watch, 'id' | 'createdAt' | 'createdBy'>>;
