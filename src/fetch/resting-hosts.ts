import { FetchError } from '../errors.ts';

/** The hosts that asked to be left alone for a while. */
const MAX_HOSTS = 1000;

/** Remembers until when each host wants no requests (429 and 503 with `retry-after`). */
export function createRestingHosts(now: () => Date) {
  const restingUntil = new Map<string, Date>();
  return {
    rest(host: string, until: Date): void {
      restingUntil.delete(host);
      restingUntil.set(host, until);
      const [oldest] = restingUntil.keys();
      if (restingUntil.size > MAX_HOSTS && oldest !== undefined) restingUntil.delete(oldest);
    },
    /** Throws FetchError, with the time, for a host that rests. */
    requireAwake(host: string): void {
      const retryAfter = restingUntil.get(host);
      if (retryAfter === undefined) return;
      if (retryAfter <= now()) {
        restingUntil.delete(host);
        return;
      }
      const time = retryAfter.toISOString().slice(0, 16).replace('T', ' ');
      throw new FetchError('resting', `${host} asks to be left alone until ${time} UTC: try again then.`, {
        retryAfter,
      });
    },
  };
}
