import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { FetchError } from '../../../src/errors.ts';
import { createFetcher } from '../../../src/fetch/create-fetcher.ts';
import type { Fetcher } from '../../../src/fetch/fetcher.ts';
import { give, startWebsite } from '../../support/web-server.ts';

const at = (address: string): LookupAddress[] => [{ address, family: address.includes(':') ? 6 : 4 }];

/** A port that nobody listens at: one that was free a moment ago. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return typeof address === 'object' && address !== null ? address.port : 0;
}

let fetcher: Fetcher;
afterEach(() => fetcher.close());

describe('what a person learns of a private network', () => {
  it('is nothing: each way of not being reached is told in the same words', async () => {
    const site = await startWebsite({ '/story': give('secret') });
    const closed = await closedPort();
    const asked: string[] = [];
    fetcher = createFetcher({
      settings: {
        ports: [80, 443, site.port, closed],
        privateHosts: [`closed.test:${closed}`],
        contact: null,
      },
      now: () => new Date(),
      limits: { pause: 0, connectTime: 300 },
      async resolve(host) {
        asked.push(host);
        if (host.startsWith('closed') || host.startsWith('open')) return at('127.0.0.1');
        if (host.startsWith('metadata')) return at('169.254.169.254');
        if (host.startsWith('unique')) return at('fd00::1');
        if (host.startsWith('filtered')) return new Promise(() => {});
        throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
      },
    });
    const addresses = [
      `http://closed.test:${closed}/story`,
      `http://open.test:${site.port}/story`,
      `http://open.test:${closed}/story`,
      'http://metadata.test/story',
      'http://unique.test/story',
      'http://filtered.test/story',
      'http://missing.test/story',
      `http://127.0.0.1:${site.port}/story`,
      `http://127.0.0.1:${closed}/story`,
      'http://10.0.0.1/story',
      'http://localhost/story',
    ];
    const told = await Promise.all(
      addresses.map(async (address) => {
        const problem: unknown = await fetcher
          .fetch(address, { accept: 'feed' })
          .catch((error: unknown) => error);
        if (!(problem instanceof FetchError)) return problem;
        return {
          reason: problem.reason,
          sentence: problem.userMessage.replace(new URL(address).host, 'HOST'),
        };
      }),
    );
    await site.close();
    expect(new Set(told.map((each) => JSON.stringify(each)))).toEqual(
      new Set([
        JSON.stringify({
          reason: 'unreachable',
          sentence: "HOST can't be reached (private networks never are): check the address.",
        }),
      ]),
    );
    expect(asked).toContain('open.test');
  });
});
