import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FetchError } from '../../src/errors.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';
import { readArticle } from '../../src/article/read.ts';
import { readFromUrl } from '../../src/ingest/ingest-url.ts';
import { openFeedDesk } from '../support/feed-desk.ts';
import { giveFeed, storyOf, writeRss } from '../support/feed-site.ts';
import {
  give,
  giveNothing,
  openFetcher,
  sendTo,
  startSite,
  type Route,
  type Website,
} from '../support/web-server.ts';

const SIGNATURE = 'AZ5r3eT-kS_4q2w=';
const BATCH = '/_/DotsSplashUi/data/batchexecute';

/** A page of a sealed link, as Google serves it. */
const sealedPage = (key: string): string =>
  `<!doctype html><html lang="en"><head><title>Google News</title></head><body><c-wiz jsrenderer="x" data-p="%.@.[&quot;en&quot;]]"><div jscontroller="aLI87" jsaction="rcuQ6b:npT2md" data-n-a-id="${key}" data-n-a-ts="1930000000" data-n-a-sg="${SIGNATURE}"></div></c-wiz></body></html>`;

/** An answer in lines with their lengths before them, or all in one, as it came from one version to another. */
const told = (address: string): string =>
  `)]}'\n\n${JSON.stringify([
    ['wrb.fr', 'Fbv4je', JSON.stringify(['garturlres', address, 1]), null, null, null, 'generic'],
    ['di', 22],
    ['af.httprm', 22, '-30', 33],
  ])}`;
const toldInLines = (address: string): string => {
  const rows = [
    ['wrb.fr', 'Fbv4je', JSON.stringify(['garturlres', address]), null, null, null, 'generic'],
    ['di', 25],
  ].map((row) => JSON.stringify([row]));
  return `)]}'\n\n${rows.map((row) => `${row.length}\n${row}`).join('\n')}\n`;
};

const json = (body: string | Uint8Array): Route =>
  give(body, { 'content-type': 'application/json; charset=utf-8' });

let web: Website;
let fetcher: Fetcher;
let pages: Record<string, Route> = {};
/** What the questions are answered with. */
let answer: Route = giveNothing;
/** Paths in the order in which they were asked for, and what was posted. */
const asked: string[] = [];
const posted: unknown[] = [];

beforeAll(async () => {
  web = await startSite((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://site.test');
    asked.push(`${request.method} ${request.headers.host?.replace(/:.*/u, '')}${pathname}`);
    if (pathname !== BATCH) {
      (pages[pathname] ?? giveNothing)(request, response);
      return;
    }
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      posted.push(JSON.parse(new URLSearchParams(body).get('f.req') ?? 'null'));
      answer(request, response);
    });
  });
});
beforeEach(() => {
  fetcher = openFetcher([web]);
  pages = {
    '/rss/articles/CBMiSeal': give(sealedPage('CBMiSeal')),
    '/story': give(
      `<html><head><title>On eels</title></head><body><article>${storyOf('eels')}</article></body></html>`,
    ),
  };
});
afterEach(async () => {
  asked.length = 0;
  posted.length = 0;
  await fetcher.close();
});
afterAll(() => web.close());

const link = (path = '/rss/articles/CBMiSeal?oc=5'): string => `http://news.google.com:${web.port}${path}`;
const readLink = (address = link()) =>
  readFromUrl(address, { fetcher, read: async (raw) => readArticle(raw) });

async function problemOf(address?: string): Promise<string> {
  try {
    const { url } = await readLink(address);
    return `read ${url}`;
  } catch (error) {
    if (error instanceof FetchError) return error.userMessage;
    throw error;
  }
}

const SEALED =
  /^news\.google\.com:\d+ does not say where this link leads: open it in a browser and give the address that it ends at, or paste/u;

describe('a link of Google News that Google alone can follow', () => {
  it.each([
    ['in one', told],
    ['in lines', toldInLines],
  ])('is followed to the article, told %s', async (_, tell) => {
    answer = json(tell(web.url('/story')));
    const draft = await readLink();
    expect(draft).toMatchObject({ url: web.url('/story'), title: 'On eels' });
    expect(posted).toEqual([
      [
        [
          [
            'Fbv4je',
            expect.stringMatching(/^\["garturlreq",\[\[.*,"CBMiSeal",1930000000,"AZ5r3eT/u),
            null,
            'generic',
          ],
        ],
      ],
    ]);
  });

  it('is followed as a shortener is: without robots.txt, which is asked for at the article', async () => {
    pages['/robots.txt'] = give('user-agent: *\ndisallow: /', { 'content-type': 'text/plain' });
    answer = json(told(web.url('/story')));
    expect(await problemOf()).toContain('site.test');
    expect(asked).toEqual([
      'GET news.google.com/rss/articles/CBMiSeal',
      `POST news.google.com${BATCH}`,
      'GET site.test/robots.txt',
    ]);
  });

  it.each([
    [
      'a private address',
      told('http://127.0.0.1/admin'),
      /127\.0\.0\.1 can't be reached \(private networks never are\)/u,
    ],
    [
      'a private address in another notation',
      told('http://0x7f000001:80/'),
      /127\.0\.0\.1 can't be reached/u,
    ],
    [
      'a port that is not opened',
      told('https://harbour.example:22/'),
      /leads on to an address that is never opened/u,
    ],
    ['a script', told('javascript:alert(1)'), /leads on to an address that is never opened/u],
    ['a file', told('file:///etc/passwd'), /leads on to an address that is never opened/u],
    [
      'a name and a password',
      told('https://me:secret@harbour.example/'),
      /leads on to an address that is never/u,
    ],
    [
      'an endless address',
      told(`https://harbour.example/${'a'.repeat(3000)}`),
      /leads on to an address that is never/u,
    ],
    ['no address', told('eels'), SEALED],
    [
      'no answer to the question',
      `)]}'\n\n[["wrb.fr","Fbv4je",null,null,null,[3],"generic"],["di",20]]`,
      SEALED,
    ],
    ['another answer', `)]}'\n\n[["wrb.fr","Fbv4je","[\\"other\\",\\"https://harbour.example\\"]"]]`, SEALED],
    ['no JSON', ")]}'\n\n[[<html>", SEALED],
    ['nothing', '', SEALED],
    ['depths', `)]}'\n\n${'['.repeat(50_000)}`, SEALED],
    ['10 MB', `)]}'\n\n${told('https://harbour.example/')}${' '.repeat(10_000_000)}`, SEALED],
  ])('is told plainly where it is answered with %s', async (_, body, sentence) => {
    answer = json(body);
    expect(await problemOf()).toMatch(sentence);
    expect(posted).toHaveLength(1);
  });

  it('is told plainly where a page answers, or another site', async () => {
    answer = give('<p>Sorry.</p>');
    expect(await problemOf()).toMatch(SEALED);
    answer = sendTo('http://127.0.0.1/admin');
    expect(await problemOf()).toMatch(/127\.0\.0\.1 can't be reached/u);
    answer = sendTo(web.url('/elsewhere'), 307);
    expect(await problemOf()).toMatch(SEALED);
    expect(asked.at(-1)).toBe('GET site.test/elsewhere');
  });

  it('is told plainly where its page holds no seal, and nothing is asked then', async () => {
    pages['/rss/articles/CBMiSeal'] = give('<p data-n-a-ts="x">News</p>');
    expect(await problemOf()).toMatch(SEALED);
    expect(posted).toEqual([]);
  });

  it('ends where it leads to itself without end', async () => {
    answer = json(told(link()));
    expect(await problemOf()).toMatch(/only sends its readers on and on/u);
  });

  it('is told where Google asks for consent to cookies first, which is not given', async () => {
    pages['/rss/articles/CBMiSeal'] = sendTo(`http://consent.google.com:${web.port}/m?continue=x`);
    pages['/m'] = give('<p>Before you continue</p>');
    expect(await problemOf()).toMatch(/asks readers to accept cookies first: open it in a browser/u);
    expect(asked).toHaveLength(2);
  });

  it('is told where Google wants fewer requests, and Google is left alone for a minute', async () => {
    answer = (_request, response) => response.writeHead(429).end();
    expect(await problemOf()).toMatch(/wants fewer requests \(429\): try again later/u);
    expect(await problemOf()).toMatch(/asks to be left alone until/u);
    expect(asked).toHaveLength(2);
  });
});

describe('a feed of Google News', () => {
  it('has each entry under the address of its article, asked for once', async () => {
    const desk = await openFeedDesk([web]);
    const entry = (id: string) => ({
      id,
      title: `On ${id} - Harbour News`,
      published: '2031-03-03T10:00:00Z',
      link: link(`/rss/articles/${id}`),
      teaser: `On ${id}, and what came of it`,
    });
    for (const id of ['CBMiEels', 'CBMiGone']) pages[`/rss/articles/${id}`] = give(sealedPage(id));
    pages['/rss/search'] = (request, response) =>
      giveFeed(writeRss(['CBMiEels', 'CBMiGone'].map(entry), 'News'), request, response);
    answer = (request, response) => {
      const isEels = JSON.stringify(posted.at(-1)).includes('CBMiEels');
      json(told(web.url(isEels ? '/story' : '/gone')))(request, response);
    };
    await desk.follow(link('/rss/search'));
    expect(await desk.poll()).toMatchObject([{ result: 'read', stored: 2 }]);
    await desk.pollNext();
    expect(desk.drafts).toMatchObject([
      {
        url: link('/rss/articles/CBMiGone'),
        toldBy: `news.google.com:${web.port}`,
        teaser: expect.any(String),
      },
      { url: web.url('/story'), title: 'On eels' },
    ]);
    expect(asked.filter((one) => one.includes('CBMiEels'))).toHaveLength(1);
    await desk.close();
  });
});
