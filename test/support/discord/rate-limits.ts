import type { Reply } from './interactions.ts';

/** How a request stands with Discord's limits: the headers of its answer, and the answer itself where it is one too many. */
interface Limited {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal: Reply | null;
}

export interface RateLimits {
  /** How many requests were one too many. */
  readonly refused: () => number;
  count(method: string, path: string): Limited;
}

/** What a bot may ask in a second, and what it may post in one channel in five. */
const OVERALL = { requests: 50, perMs: 1000 };
const CHANNEL = { requests: 5, perMs: 5000 };
const POST = /^\/channels\/(\d+)\/messages$/;
/** Answers to interactions are counted by nobody. */
const UNCOUNTED = /^\/(?:interactions|webhooks)\//;

interface Window {
  readonly ends: number;
  readonly used: number;
}

/** Discord's limits on loopback, in windows that begin with the first request. */
export function openRateLimits(now: () => number): RateLimits {
  const windows = new Map<string, Window>();
  let refused = 0;
  const use = (key: string, { requests, perMs }: typeof OVERALL): { left: number; waitMs: number } => {
    const known = windows.get(key);
    const open = known !== undefined && known.ends > now() ? known : { ends: now() + perMs, used: 0 };
    windows.set(key, { ...open, used: open.used + 1 });
    return { left: requests - open.used - 1, waitMs: open.ends - now() };
  };
  const refuse = (waitMs: number, headers: Limited['headers']): Limited => {
    refused += 1;
    const seconds = String(waitMs / 1000);
    const body = { message: 'You are being rate limited.', retry_after: waitMs / 1000, global: false };
    return { headers: { ...headers, 'Retry-After': seconds }, refusal: { status: 429, body } };
  };
  return {
    refused: () => refused,
    count(method, path) {
      if (UNCOUNTED.test(path)) return { headers: {}, refusal: null };
      const overall = use('overall', OVERALL);
      if (overall.left < 0)
        return refuse(overall.waitMs, { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' });
      const channelId = method === 'POST' ? POST.exec(path)?.[1] : undefined;
      if (channelId === undefined) return { headers: {}, refusal: null };
      const own = use(channelId, CHANNEL);
      const headers = {
        'X-RateLimit-Limit': String(CHANNEL.requests),
        'X-RateLimit-Remaining': String(Math.max(own.left, 0)),
        'X-RateLimit-Reset-After': String(own.waitMs / 1000),
        'X-RateLimit-Bucket': 'post-message',
        'X-RateLimit-Scope': 'user',
      };
      return own.left < 0 ? refuse(own.waitMs, headers) : { headers, refusal: null };
    },
  };
}
