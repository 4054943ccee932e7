import type { MessageFile, Place } from './briefing.ts';

/** What is to be posted, and where. */
export interface PostRequest {
  readonly place: Place;
  /** Discord's JSON. */
  readonly body: unknown;
  readonly files: readonly MessageFile[];
  /** The same at each try, so that Discord takes it once; at most 25 characters. */
  readonly nonce: string;
  /** The thread that it belongs to; null for the place itself, where in a forum a post is opened under `title`. */
  readonly threadId: string | null;
  readonly title: string;
}

export interface Posted {
  readonly kind: 'posted';
  readonly channelId: string;
  readonly messageId: string;
}

/** `blocked`: Discord does not let it be posted until somebody changes what `problem`, one sentence, says. */
type PostOutcome = Posted | { readonly kind: 'blocked'; readonly problem: string };

/** Posts messages on Discord, and finds those that were posted before a process died. */
export interface Messenger {
  /** Throws SourceError for what may be tried again. */
  post(request: PostRequest): Promise<PostOutcome>;
  /** The message of a request that was posted since an instant (ISO 8601); null where there is none. */
  findPosted(request: PostRequest, since: string): Promise<Posted | null>;
}
