import { FetchError } from '../errors.ts';
import type { Trip } from './ask.ts';
import type { Reached } from './fetcher.ts';
import { isPermanent, nextUrl } from './redirect.ts';
import { createRobots, readRobotsFile } from './robots.ts';
import { holdsNoPage } from './shorteners.ts';
import type { FetchLimits, FetchSettings } from './settings.ts';
import type { Visit } from './visit.ts';

export interface FollowOptions {
  readonly settings: FetchSettings;
  readonly limits: FetchLimits;
  readonly now: () => Date;
  readonly ask: (url: URL, trip: Trip) => Promise<Visit>;
}

/** Feeds and what answers a form are made for programs, and robots.txt itself is asked for without asking. */
function isUnderRobots(url: URL, { wanted }: Trip): boolean {
  return (wanted === 'page' || wanted === 'site') && !holdsNoPage(url);
}

/** Where a trip ended, and the answer there. */
interface Arrival {
  readonly reached: Reached;
  readonly answer: Visit;
}

/** Goes from an address over its redirects to an answer, asking each site's robots.txt before a page. */
export function createFollow({ settings, limits, now, ask }: FollowOptions) {
  const robots = createRobots(now);

  const requireAllowed = (url: URL, trip: Trip): Promise<void> =>
    robots.requireAllowed(url, (address) =>
      readRobotsFile(
        async () => (await follow(address, { ...trip, wanted: null, known: undefined, form: null })).answer,
      ),
    );

  /** Throws FetchError; for a redirect in a circle and for too many too. */
  async function follow(start: URL, trip: Trip): Promise<Arrival> {
    const seen = new Set<string>();
    /** The same address may answer otherwise once it has its cookies back. */
    const stateAt = (at: URL): string => `${at.href} ${trip.cookies.headerFor(at)}`;
    let url = start;
    let areAllPermanent = true;
    while (seen.size <= limits.redirects && !seen.has(stateAt(url))) {
      if (isUnderRobots(url, trip)) await requireAllowed(url, trip);
      const state = stateAt(url);
      const answer = await ask(url, url === start ? trip : { ...trip, form: null });
      const next = nextUrl(url, answer, settings);
      if (next === null) {
        const permanentUrl = areAllPermanent && seen.size > 0 ? url.href : null;
        return { reached: { finalUrl: url.href, permanentUrl }, answer };
      }
      seen.add(state);
      areAllPermanent &&= isPermanent(answer);
      url = next;
    }
    throw new FetchError(
      'redirects',
      `${start.host} sends its readers on and on: open it in a browser and give the address that it ends at.`,
    );
  }
  return follow;
}
