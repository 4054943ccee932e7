import type { LookupAddress } from 'node:dns';
import type { Resolve } from '../../../src/fetch/guarded-lookup.ts';

const four = (address: string): LookupAddress => ({ address, family: 4 });
const six = (address: string): LookupAddress => ({ address, family: 6 });

/** A public address that nothing here answers at: without a network, connecting to it fails. */
const PUBLIC = '8.8.8.8';

const NAMES: Readonly<Record<string, readonly LookupAddress[]>> = {
  'inside.example': [four('127.0.0.1')],
  'inside-six.example': [six('::1')],
  'mapped.example': [six('::ffff:127.0.0.1')],
  'translated.example': [six('64:ff9b::7f00:1')],
  'metadata.example': [four('169.254.169.254')],
  'azure.example': [four('168.63.129.16')],
  'public-and-private.example': [four(PUBLIC), four('127.0.0.1')],
  'no-address.example': [],
  'not-an-address.example': [four('127.0.0.1; rm -rf')],
};

/** Name servers that mean harm; names under .test lie on loopback. */
export function hostileResolver(): Resolve {
  let asked = 0;
  return async (host) => {
    if (host.endsWith('.test')) return [four('127.0.0.1')];
    if (host === 'never-resolves.example') return new Promise(() => {});
    if (host === 'second-time-inside.example') {
      asked += 1;
      return [four(asked === 1 ? PUBLIC : '127.0.0.1')];
    }
    const addresses = Object.hasOwn(NAMES, host) ? NAMES[host] : undefined;
    if (addresses === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return addresses;
  };
}
