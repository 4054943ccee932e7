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
