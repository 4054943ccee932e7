import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './address.ts';
import { createQueue } from './queue.ts';

/** A host name to all of its addresses. Rejects when it has none. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * The system waits for slow name servers in one of the few threads that files and Discord's own lookups need too; so many
 * of them may be taken.
 */
const LOOKUPS_AT_ONCE = 2;

/** In milliseconds, before a name's turn comes; by then its fetch has given up. */
const LOOKUP_PATIENCE = 20_000;

/** Resolves names as the system does. */
export function createResolve(): Resolve {
  const queue = createQueue(LOOKUPS_AT_ONCE);
  return async (host) => {
    const leave = await queue.enter(AbortSignal.timeout(LOOKUP_PATIENCE));
    try {
      return await lookup(host, { all: true });
    } finally {
      leave();
    }
  };
}

/**
 * The lookup of a connection: what it resolves to is what is connected to, so a name can't change its answer between the
 * check and the connection. A name of which any address is not public is refused, unless `mayBePrivate`.
 */
export function guardedLookup(resolve: Resolve, mayBePrivate: boolean): LookupFunction {
  return (host, options, callback) => {
    void (async () => {
      try {
        const addresses = [...(await resolve(host))];
        const hidden = addresses.find(({ address }) => !isPublicAddress(address));
        if (hidden !== undefined && !mayBePrivate) {
          throw new Error(`${host} resolves to ${hidden.address}`);
        }
        const [first] = addresses;
        if (first === undefined) throw new Error(`${host} has no address`);
        if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      } catch (error) {
        callback(error instanceof Error ? error : new Error(String(error)), '');
      }
    })();
  };
}
