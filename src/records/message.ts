import { createHash } from 'node:crypto';
import type { PostOutcome, PostRequest } from './briefing.ts';

/** Posts messages on Discord, and finds those that were posted before a process died. */
export interface Messenger {
  /** Throws SourceError for what may be tried again. */
  post(request: PostRequest): Promise<PostOutcome>;
  /** Whether somebody is in a server; throws SourceError where it can't be known now. */
  isMember(guildId: string, userId: string): Promise<boolean>;
  /** The message of a request that was posted since an instant (ISO 8601); null where there is none. */
  findPosted(request: PostRequest, since: string): Promise<PostOutcome | null>;
}

export type Posted = Extract<PostOutcome, { kind: 'posted' }>;

/** Discord takes 25 characters. */
const NONCE_LENGTH = 25;

/** A message's nonce: equal for equal keys, by which Discord takes a message once and a channel is searched for it. */
export function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, NONCE_LENGTH);
}
