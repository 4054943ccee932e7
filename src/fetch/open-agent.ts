import { Agent, Pool } from 'undici';
import { guardedLookup, type Resolve } from './guarded-lookup.ts';
import { isNamedPrivateHost, type FetchLimits, type FetchSettings } from './settings.ts';

/** Connections that never lead into a private network but to the hosts the settings name; one a host. */
export function openAgent(settings: FetchSettings, limits: FetchLimits, resolve: Resolve): Agent {
  return new Agent({
    factory: (origin) =>
      new Pool(origin, {
        connections: 1,
        pipelining: 1,
        allowH2: false,
        maxHeaderSize: limits.headerBytes,
        connect: {
          timeout: limits.connectTime,
          lookup: guardedLookup(resolve, isNamedPrivateHost(new URL(origin), settings)),
        },
      }),
  });
}
