import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FetchError } from '../../src/errors.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';
import {
  give,
  openFetcher,
  sendTo,
  startUntrustedSite,
  startWebsite,
  type Website,
} from '../support/web-server.ts';

let site: Website;
let fetcher: Fetcher;
let clock = new Date('2025-03-04T10:00:00Z');
const asked: string[] = [];
let open = 0;
let mostOpen = 0;

beforeAll(async () => {
  site = await startWebsite({
    '/robots.txt': give('user-agent: *\nallow: /\n\nuser-agent: onrecord\ndisallow: /members\n', {
      'content-type': 'text/plain',
    }),
    '/story': (request, response) => {
      asked.push(JSON.stringify(request.headers));
      if (request.headers['if-none-match'] === 'W/"v1"') {
        response.writeHead(304).end();
        return;
      }
      give('<p>Pavo spoke.</p>', { etag: 'W/"v1"', 'last-modified': 'Tue, 04 Mar 2025 08:00:00 GMT' })(
        request,
        response,
      );
    },
    '/moved': sendTo('/story', 301),
    '/moved-again': sendTo('/moved', 308),
    '/for-now': sendTo('/moved', 302),
    '/members/short': (request, response) =>
      sendTo(`http://site.test:${request.socket.localPort}/story`)(request, response),
    '/members/story': give('<p>For members.</p>'),
    '/to-members': sendTo('/members/story'),
    '/cookie-check': (request, response) => {
      if (request.headers.cookie === 'seen=1; from=a=b') give('<p>Seen.</p>')(request, response);
      else response.writeHead(302, { location: '', 'set-cookie': ['seen=1; Path=/', 'from=a=b'] }).end();
    },
    '/busy': (_request, response) => {
      asked.push('busy');
      response.writeHead(429, { 'retry-after': '600' }).end();
    },
    '/one-at-a-time': (request, response) => {
      open += 1;
      mostOpen = Math.max(mostOpen, open);
      setTimeout(() => {
        open -= 1;
        give('x')(request, response);
      }, 5);
    },
  });
});
afterAll(() => site.close());
afterEach(async () => {
  await fetcher.close();
  asked.length = 0;
});

function start(): void {
  clock = new Date('2025-03-04T10:00:00Z');
  fetcher = openFetcher([site], { now: () => clock });
}

describe('a fetcher', () => {
  it('gives what a page is and where it was found', async () => {
    start();
    const fetched = await fetcher.fetch(site.url('/story#top'), { accept: 'page' });
    expect(fetched).toMatchObject({
      kind: 'content',
      finalUrl: site.url('/story'),
      permanentUrl: null,
      status: 200,
      contentType: 'text/html',
      charset: 'utf-8',
      etag: 'W/"v1"',
      lastModified: 'Tue, 04 Mar 2025 08:00:00 GMT',
      retryAfter: null,
    });
    expect(fetched.kind === 'content' && Buffer.from(fetched.bytes).toString()).toBe('<p>Pavo spoke.</p>');
    expect(asked[0]).toContain('"user-agent":"OnRecord/');
  });

  it.each([
    ['/moved', '/story'],
    ['/moved-again', '/story'],
    ['/for-now', null],
  ])('knows whether %s moved for good', async (path, permanent) => {
    start();
    const { permanentUrl } = await fetcher.fetch(site.url(path), { accept: 'feed' });
    expect(permanentUrl).toBe(permanent === null ? null : site.url(permanent));
  });

  it('takes "not modified" of a version it knows', async () => {
    start();
    const known = { url: site.url('/story'), etag: 'W/"v1"', lastModified: null };
    const fetched = await fetcher.fetch(site.url('/moved'), { accept: 'feed', known });
    expect(fetched).toEqual({ kind: 'not-modified', finalUrl: known.url, permanentUrl: known.url });
  });

  it('asks for a version of another address without conditions', async () => {
    start();
    const known = { url: site.url('/elsewhere'), etag: 'W/"v1"', lastModified: null };
    expect((await fetcher.fetch(site.url('/story'), { accept: 'feed', known })).kind).toBe('content');
  });

  it.each(['/members/story', '/to-members'])('leaves %s alone, as robots.txt asks', async (path) => {
    start();
    await expect(fetcher.fetch(site.url(path), { accept: 'page' })).rejects.toMatchObject({
      reason: 'robots',
    });
  });

  it('gives a site its cookies back on the way', async () => {
    start();
    const fetched = await fetcher.fetch(site.url('/cookie-check'), { accept: 'page' });
    expect(fetched).toMatchObject({ status: 200, finalUrl: site.url('/cookie-check') });
  });

  it('follows a shortener whose robots.txt bars everything behind it', async () => {
    start();
    const short = site.url('/members/short').replace('site.test', 't.co');
    expect(await fetcher.fetch(short, { accept: 'page' })).toMatchObject({ finalUrl: site.url('/story') });
  });

  it('does not trust a certificate that nobody vouches for', async () => {
    start();
    const untrusted = await startUntrustedSite(give('<p>x'));
    const reached = openFetcher([untrusted, site]);
    const secure = (website: Website): string => website.url('/story').replace('http:', 'https:');
    await expect(reached.fetch(secure(untrusted), { accept: 'page' })).rejects.toMatchObject({
      reason: 'certificate',
    });
    await expect(reached.fetch(secure(site), { accept: 'page' })).rejects.toMatchObject({ reason: 'broken' });
    await Promise.all([reached.close(), untrusted.close()]);
  });

  it('tells a missing page by its status', async () => {
    start();
    expect(await fetcher.fetch(site.url('/none'), { accept: 'page' })).toMatchObject({ status: 404 });
  });

  it('leaves a host alone for as long as it asks, and not longer', async () => {
    start();
    const first = await fetcher.fetch(site.url('/busy'), { accept: 'feed' });
    expect(first).toMatchObject({ status: 429, retryAfter: new Date('2025-03-04T10:10:00Z') });
    const second = await fetcher
      .fetch(site.url('/story'), { accept: 'feed' })
      .catch((error: unknown) => error);
    expect(second).toMatchObject({ reason: 'resting', retryAfter: new Date('2025-03-04T10:10:00Z') });
    expect(second instanceof FetchError && second.userMessage).toContain('until 2025-03-04 10:10 UTC');
    clock = new Date('2025-03-04T10:10:00Z');
    expect((await fetcher.fetch(site.url('/story'), { accept: 'feed' })).kind).toBe('content');
    expect(asked).toHaveLength(2);
  });

  it('has one request under way to a host', async () => {
    start();
    const paths = Array.from({ length: 10 }, (_, at) => site.url(`/one-at-a-time?${at}`));
    await Promise.all(paths.map((path) => fetcher.fetch(path, { accept: 'feed' })));
    expect(mostOpen).toBe(1);
  });

  it('stops when its caller does', async () => {
    start();
    const fetching = fetcher.fetch(site.url('/story'), { accept: 'page', signal: AbortSignal.abort() });
    await expect(fetching).rejects.toMatchObject({ reason: 'stopped' });
  });
});
