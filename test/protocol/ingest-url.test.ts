import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReadingPool, type ReadingPool } from '../../src/article/pool.ts';
import { FetchError, InputError } from '../../src/errors.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';
import { readFromUrl } from '../../src/ingest/ingest-url.ts';
import { runProgram, temporaryFolder } from '../support/run-program.ts';
import { give, openFetcher, sendTo, startWebsite, type Route, type Website } from '../support/web-server.ts';

const PARAGRAPH =
  '<p>“Nothing left the port of Ullen that night,” said Mirela Dastan, the spokeswoman, on Monday morning at the quay.</p>';
const STORY = `<!doctype html><html lang="en"><head><title>Nothing left Ullen</title></head><body><article><h1>Nothing left
Ullen</h1>${PARAGRAPH.repeat(12)}</article></body></html>`;

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): Route =>
  (_request, response) => {
    response.writeHead(code, { 'content-type': 'text/html', ...headers }).end('<p>No.</p>');
  };

let site: Website;
let fetcher: Fetcher;
let pool: ReadingPool;

beforeAll(async () => {
  site = await startWebsite({
    '/story': give(STORY),
    '/note.txt': give('“No,” said Ana Roe at the port.', { 'content-type': 'text/plain; charset=utf-8' }),
    '/short-link': sendTo('/story?utm_source=feed#top'),
    '/aBcDe': (request, response) => sendTo(site.url('/story'), 301)(request, response),
    '/signpost': give('<meta http-equiv="refresh" content="0; url=/short-link">'),
    '/signpost-2': give('<script>location.replace("/signpost")</script>'),
    '/signpost-3': give('<script>location.replace("/signpost-2")</script>'),
    '/signpost-4': give('<script>location.replace("/signpost-3")</script>'),
    '/signpost-inside': give('<meta http-equiv="refresh" content="0; url=http://127.0.0.1/admin">'),
    '/signpost-port': give('<meta http-equiv="refresh" content="0; url=https://harbour.example:22/">'),
    '/wrapped': sendTo('https://www.google.com/url?q=https%3A%2F%2Fharbour.example%2Fstory'),
    '/old/story': sendTo('/'),
    '/': give(STORY),
    '/needs-cookies': sendTo('/consent?back=/story'),
    '/consent': give('<p>We value your privacy.</p>'),
    '/needs-login': sendTo('/login'),
    '/login': give('<p>Log in.</p>'),
    '/empty': give(''),
    '/feed': give('<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', {
      'content-type': 'text/xml',
    }),
    '/rss': give('<rss version="2.0"/>', { 'content-type': 'application/rss+xml' }),
    '/picture': give('x', { 'content-type': 'image/png' }),
    ...Object.fromEntries(
      [401, 402, 403, 404, 410, 418, 451, 500, 304].map((code) => [`/${code}`, status(code)]),
    ),
  });
  fetcher = openFetcher([site]);
  pool = createReadingPool({ size: 1, timeLimit: 20_000, memoryLimit: 384 });
});
afterAll(async () => {
  await Promise.all([fetcher.close(), pool.close(), site.close()]);
});

const read = (path: string) => readFromUrl(site.url(path), { fetcher, read: pool.read });

async function problemOf(path: string): Promise<string> {
  try {
    await read(path);
  } catch (error) {
    if (error instanceof FetchError || error instanceof InputError) return error.userMessage;
    throw error;
  }
  return 'no problem';
}

describe('an article from its address', () => {
  it.each(['/story', '/short-link', '/signpost', '/signpost-2'])('is read from %s', async (path) => {
    const draft = await read(path);
    expect(draft.text).toContain('“Nothing left the port of Ullen that night,”');
    expect(draft.url).toBe(site.url('/story'));
  });

  it('is read through a shortener’s redirect, under its own address', async () => {
    const draft = await readFromUrl(`http://t.co:${site.port}/aBcDe`, { fetcher, read: pool.read });
    expect(draft.url).toBe(site.url('/story'));
  });

  it('is not asked for another way where its caller stopped', async () => {
    const stopped = readFromUrl(
      site.url('/story'),
      { fetcher, read: pool.read },
      { signal: AbortSignal.abort() },
    );
    await expect(stopped).rejects.toMatchObject({
      reason: 'stopped',
      userMessage: expect.stringMatching(/was stopped\.$/u),
    });
  });

  it('may be plain text', async () => {
    expect((await read('/note.txt')).text).toBe('“No,” said Ana Roe at the port.');
  });

  it.each([
    ['/401', 'lets only readers who log in see this page (401)'],
    ['/402', 'lets only readers who pay see this page (402)'],
    ['/403', 'does not let programs read this page (403)'],
    ['/404', 'has no page at this address (404)'],
    ['/410', 'took this page down for good (410)'],
    ['/418', 'gives no page at this address (418)'],
    ['/451', 'for legal reasons (451)'],
    ['/500', 'has a fault of its own (500)'],
    ['/304', 'gives no page at this address (304)'],
    ['/old/story', 'sends readers of this address to its front page'],
    ['/needs-cookies', 'asks readers to accept cookies first'],
    ['/needs-login', 'lets only readers who log in see this page'],
    ['/empty', 'gives an empty page'],
    ['/feed', 'is a feed'],
    ['/rss', 'is a feed'],
    ['/picture', 'is a picture'],
    ['/signpost-4', 'only sends its readers on and on'],
    ['/signpost-inside', "127.0.0.1 can't be reached"],
    ['/signpost-port', 'leads on to an address that is never opened'],
    ['/wrapped', "can't be reached"],
  ])('tells plainly what %s is', async (path, expected) => {
    const problem = await problemOf(path);
    expect(problem).toContain(expected);
    expect(problem).toMatch(/^[^\n]{20,300}, or paste the text or attach it as a file\.$/u);
  });
});

describe('onrecord with web addresses', () => {
  const env = (): Record<string, string> => ({ FETCH_PRIVATE_HOSTS: `127.0.0.1:${site.port}` });
  const local = (path: string): string => `http://127.0.0.1:${site.port}${path}`;

  it('reads one, and lines of them', async () => {
    const one = await runProgram('cli.ts', ['article', local('/short-link'), '--json'], { env: env() });
    expect(JSON.parse(one.stdout)).toMatchObject({ url: local('/story') });
    const stdin = [
      { id: 1, url: local('/404') },
      { id: 2, url: local('/note.txt') },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    const { code, stdout } = await runProgram('cli.ts', ['article', '--jsonl'], { env: env(), stdin });
    expect(code).toBe(1);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 1, error: expect.stringContaining('404') },
      { id: 2, text: '“No,” said Ana Roe at the port.' },
    ]);
  });

  it('stores them, and tells one that fails', async () => {
    const words = ['ingest', local('/story'), local('/403'), local('/story'), '--json'];
    const options = { env: { ...env(), ONRECORD_DATA: temporaryFolder() } };
    const { code, stdout, stderr } = await runProgram('cli.ts', words, options);
    expect(code).toBe(1);
    expect(stderr).toContain('does not let programs read this page (403)');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ status: 'stored', quotes: expect.any(Number) }, { status: 'duplicate' }]);
  });

  it('never open an address of the own machine that was not named', async () => {
    const { code, stdout, stderr } = await runProgram('cli.ts', ['article', local('/story')]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Port \d+ is not opened/u);
  });
});
