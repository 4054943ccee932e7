import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './address.ts';

/** A host name to all of its addresses. Rejects when it has none. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const resolveHost: Resolve = (host) => lookup(host, { all: true });

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
