import { createAsk, retryAfterOf } from './ask.ts';
import { createCookies } from './cookies.ts';
import { createDeadline } from './deadline.ts';
import type { Fetched, FetchedContent, Fetcher, Reached } from './fetcher.ts';
import { createFollow } from './follow.ts';
import { guardUrl, readWebAddress } from './guard-url.ts';
import { createResolve, type Resolve } from './guarded-lookup.ts';
import { FETCH_LIMITS, type FetchLimits, type FetchSettings } from './settings.ts';
import type { Visit } from './visit.ts';

export interface FetcherOptions {
  readonly settings: FetchSettings;
  readonly now: () => Date;
  readonly resolve?: Resolve;
  readonly limits?: Partial<FetchLimits>;
}

/** A fetcher with its own connections, robots.txt files and manners: a process shares one. */
export function createFetcher({
  settings,
  now,
  resolve = createResolve(),
  limits: given,
}: FetcherOptions): Fetcher {
  const limits = { ...FETCH_LIMITS, ...given };
  const closing = new AbortController();
  const requests = createAsk({ settings, limits, resolve, now });
  const follow = createFollow({ settings, limits, now, ask: requests.ask });
  return {
    async fetch(written, { accept, known, form, signal }): Promise<Fetched> {
      const start = readWebAddress(written);
      guardUrl(start, settings);
      const deadline = createDeadline(limits.time);
      const stopped = AbortSignal.any([closing.signal, ...(signal === undefined ? [] : [signal])]);
      try {
        const { reached, answer } = await follow(start, {
          wanted: accept,
          known,
          form: form?.toString() ?? null,
          deadline,
          cookies: createCookies(),
          signal: stopped,
        });
        if (answer.status === 304) return { kind: 'not-modified', ...reached };
        return { kind: 'content', ...reached, ...contentOf(answer, now()) };
      } finally {
        deadline.stop();
      }
    },
    async close() {
      closing.abort(new Error('the fetcher is closing'));
      await requests.close();
    },
  };
}

function contentOf(answer: Visit, now: Date): Omit<FetchedContent, 'kind' | keyof Reached> {
  return {
    status: answer.status,
    contentType: answer.type,
    charset: answer.charset,
    bytes: answer.bytes,
    etag: answer.header('etag'),
    lastModified: answer.header('last-modified'),
    retryAfter: retryAfterOf(answer, now),
  };
}
