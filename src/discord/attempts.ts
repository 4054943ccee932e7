import { DefaultRestOptions, type RESTOptions } from 'discord.js';

const CALLBACK = /\/interactions\/(\d+)\//;

/** Tells whether discord.js itself tried an interaction's callback more than once. */
export interface Attempts {
  readonly makeRequest: RESTOptions['makeRequest'];
  /** How often the callback of this interaction was sent; forgets it. */
  take(interactionId: string): number;
}

/**
 * discord.js repeats a request that met a 5xx or a timeout, though Discord may have carried it out. For a callback the
 * second try then fails with 40060, "already acknowledged": by ourselves, not by another process. Only the count tells.
 */
export function countAttempts(): Attempts {
  const counts = new Map<string, number>();
  return {
    makeRequest(url, init) {
      const id = CALLBACK.exec(url)?.[1];
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
      return DefaultRestOptions.makeRequest(url, init);
    },
    take(interactionId) {
      const count = counts.get(interactionId) ?? 0;
      counts.delete(interactionId);
      return count;
    },
  };
}
