import robotsParser from 'robots-parser';
import { FetchError } from '../errors.ts';
import { MAX_ROBOTS_LENGTH, ourRules } from './robots-text.ts';
import { ROBOT } from './user-agent.ts';
import type { Visit } from './visit.ts';

/** What a site's robots.txt came to: empty where there is none, null where the server failed to give it. */
type RobotsText = string | null;

/** Failures of the file itself; a host that does not answer at all fails the page too. */
const UNREADABLE: ReadonlySet<string> = new Set(['too-large', 'not-readable', 'refused-address']);

const MAX_SITES = 300;
const KEEP = 24 * 60 * 60_000;
const KEEP_FAILURE = 10 * 60_000;
/** In characters, all sites together. */
const MAX_KEPT_TEXT = 20_000_000;

interface Kept {
  readonly text: RobotsText;
  /** Milliseconds of the epoch. */
  readonly until: number;
}

/** Whether pages may be read, by each site's robots.txt (RFC 9309), kept for a day. */
export function createRobots(now: () => Date) {
  const kept = new Map<string, Kept>();
  let keptText = 0;

  const forget = (origin: string): void => {
    keptText -= kept.get(origin)?.text?.length ?? 0;
    kept.delete(origin);
  };

  const keep = (origin: string, text: RobotsText): void => {
    forget(origin);
    kept.set(origin, { text, until: now().getTime() + (text === null ? KEEP_FAILURE : KEEP) });
    keptText += text?.length ?? 0;
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_SITES && keptText <= MAX_KEPT_TEXT) break;
      forget(oldest);
    }
  };

  return {
    /** Throws FetchError where the site asks programs to leave `url` alone. `read` gives the robots.txt at an address. */
    async requireAllowed(url: URL, read: (address: URL) => Promise<RobotsText>): Promise<void> {
      const address = new URL('/robots.txt', url);
      const known = kept.get(url.origin);
      const isFresh = known !== undefined && known.until > now().getTime();
      const text = isFresh ? known.text : await read(address);
      if (!isFresh) keep(url.origin, text);
      if (text === null) {
        const sentence = `${url.host} can't tell now what programs may read (its robots.txt): try again later.`;
        throw new FetchError('robots', sentence);
      }
      const rules = ourRules(text, url.pathname.length + url.search.length);
      if (robotsParser(address.href, rules).isAllowed(url.href, ROBOT) === false) {
        const sentence = `${url.host} asks programs not to read this page (robots.txt): give another address.`;
        throw new FetchError('robots', sentence);
      }
    },
  };
}

/**
 * The text of a robots.txt from the answer to it: a client's error means that there is none, a server's that it can't
 * be told now; so do an answer that can't be read and redirects without an end.
 */
export async function readRobotsFile(ask: () => Promise<Visit>): Promise<RobotsText> {
  try {
    const { status, bytes } = await ask();
    if (status >= 200 && status < 300) return new TextDecoder().decode(bytes).slice(0, MAX_ROBOTS_LENGTH);
    return status >= 500 || status === 429 ? null : '';
  } catch (error) {
    if (error instanceof FetchError && error.reason === 'redirects') return '';
    if (error instanceof FetchError && UNREADABLE.has(error.reason)) return null;
    throw error;
  }
}
