import type { Wanted } from './content-type.ts';
import type { Cookies } from './cookies.ts';
import type { Deadline } from './deadline.ts';
import { describeFailure } from './failure.ts';
import type { KnownVersion } from './fetcher.ts';
import type { Resolve } from './guarded-lookup.ts';
import { createHostGate } from './host-gate.ts';
import { openAgent } from './open-agent.ts';
import { createRestingHosts } from './resting-hosts.ts';
import { readRetryAfter } from './retry-after.ts';
import type { FetchLimits, FetchSettings } from './settings.ts';
import { userAgent } from './user-agent.ts';
import { visit, type Visit } from './visit.ts';

/** One fetch on its way, over all its requests. */
export interface Trip {
  /** Null for robots.txt. */
  readonly wanted: Wanted | null;
  readonly known: KnownVersion | undefined;
  /** What is posted; null for a request that only asks. */
  readonly form: string | null;
  readonly deadline: Deadline;
  readonly cookies: Cookies;
  /** The caller's. */
  readonly signal: AbortSignal;
}

export interface AskOptions {
  readonly settings: FetchSettings;
  readonly limits: FetchLimits;
  readonly resolve: Resolve;
  readonly now: () => Date;
}

/** Sends requests. */
export interface Ask {
  /** One request when it is its turn; the trip's time starts to run with its first. Rejects with FetchError. */
  readonly ask: (url: URL, trip: Trip) => Promise<Visit>;
  readonly close: () => Promise<void>;
}

/** What sends requests, one at a time to each host, and none to a host that asked to be left alone. */
export function createAsk({ settings, limits, resolve, now }: AskOptions): Ask {
  const dispatcher = openAgent(settings, limits, resolve);
  const gate = createHostGate(limits);
  const resting = createRestingHosts(now);
  const agent = userAgent(settings.contact);

  const askNow = async (url: URL, trip: Trip, signal: AbortSignal): Promise<Visit> => {
    resting.requireAwake(url.hostname);
    const cookie = trip.cookies.headerFor(url);
    const headers = { ...conditions(url, trip.known), ...(cookie === '' ? {} : { cookie }) };
    const { wanted, form } = trip;
    const options = { dispatcher, limits, signal, headers, wanted, form, userAgent: agent };
    const answer = await visit(url, options);
    trip.cookies.keep(url, answer.cookies);
    const until = retryAfterOf(answer, now()) ?? shortRest(answer, now());
    if (until !== null) resting.rest(url.hostname, until);
    return answer;
  };

  return {
    async ask(url, trip) {
      const signal = AbortSignal.any([trip.signal, trip.deadline.signal]);
      try {
        const leave = await gate.enter(url.hostname, { signal, pause: !trip.deadline.hasStarted() });
        trip.deadline.start();
        try {
          return await askNow(url, trip, signal);
        } finally {
          leave();
        }
      } catch (error) {
        throw describeFailure(error, { url, signal: trip.signal, deadline: trip.deadline.signal });
      }
    },
    close: () => dispatcher.destroy(),
  };
}

function conditions(url: URL, known: KnownVersion | undefined): Readonly<Record<string, string>> {
  if (known?.url !== url.href) return {};
  return {
    ...(known.etag === null ? {} : { 'if-none-match': known.etag }),
    ...(known.lastModified === null ? {} : { 'if-modified-since': known.lastModified }),
  };
}

/** A host that wants fewer requests, and does not say from when on, is left alone for this long, in milliseconds. */
const SHORT_REST = 60_000;

function shortRest({ status }: Visit, now: Date): Date | null {
  return status === 429 ? new Date(now.getTime() + SHORT_REST) : null;
}

/** When the host allows the next try, where it said so. */
export function retryAfterOf(answer: Visit, now: Date): Date | null {
  return [429, 503].includes(answer.status) ? readRetryAfter(answer.header('retry-after'), now) : null;
}
