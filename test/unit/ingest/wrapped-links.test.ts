import { describe, expect, it } from 'vitest';
import { requirePage } from '../../../src/ingest/page-problems.ts';
import { isSealedGoogleNews, unwrapLink } from '../../../src/ingest/wrapped-links.ts';

const STORY = 'https://harbour.example/world/story?id=7&page=2';
const inside = encodeURIComponent(STORY);

/** A link of Google News's as its feeds had them: the address in field 4 of a message, and its AMP copy behind it. */
function googleNews(address: string): string {
  const bytes = Buffer.from(address);
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
  const message = Buffer.concat([
    Buffer.from([0x08, 0x13, 0x22, ...length]),
    bytes,
    Buffer.from([0xd2, 0x01, 0x00]),
  ]);
  return message.toString('base64url');
}

describe('unwrapLink', () => {
  it.each([
    `https://www.google.com/url?sa=t&q=${inside}&usg=x`,
    `https://www.google.co.uk/url?url=${inside}`,
    `https://news.google.com/rss/articles/${googleNews(STORY)}?oc=5`,
    `https://news.google.com/articles/${googleNews(STORY)}?hl=en-US`,
    `https://news.google.com/read/${googleNews(STORY)}`,
    'https://www.google.com/amp/s/harbour.example/world/story?id=7&page=2',
    'https://harbour-example.cdn.ampproject.org/c/s/harbour.example/world/story?id=7&page=2',
    `https://l.facebook.com/l.php?u=${inside}&h=AT0`,
    `https://eur01.safelinks.protection.outlook.com/?url=${inside}&data=05`,
    'https://urldefense.com/v3/__https://harbour.example/world/story?id=7&page=2__;!!x$',
    `https://www.bing.com/news/apiclick.aspx?ref=x&url=${inside}`,
    `https://duckduckgo.com/l/?uddg=${inside}`,
    `https://out.reddit.com/t3_x?url=${inside}&token=y`,
    `https://www.youtube.com/redirect?event=x&q=${inside}`,
    `https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=${inside}/RK=2/RS=x-`,
    `https://slack-redir.net/link?url=${encodeURIComponent(`https://www.google.com/url?q=${inside}`)}`,
  ])('reads where %s leads', (link) => {
    expect(unwrapLink(new URL(link)).href).toBe(STORY);
  });

  it('reads a long address of Google News', () => {
    const long = `https://harbour.example/${'a'.repeat(300)}`;
    expect(unwrapLink(new URL(`https://news.google.com/rss/articles/${googleNews(long)}`)).href).toBe(long);
  });

  it.each([
    STORY,
    'https://www.google.com/url',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://www.google.com/url?q=file:///etc/passwd',
    'https://news.google.com/rss/articles/CBMiSmFVX3lxTE9hYmM',
    'https://news.google.com/rss/articles/!!!',
    'https://google.com.evil.example/url?q=https%3A%2F%2Fharbour.example',
  ])('leaves %s as it is', (link) => expect(unwrapLink(new URL(link)).href).toBe(new URL(link).href));

  it('ends where a link wraps itself without end', () => {
    const wrap = (link: string): string => `https://www.google.com/url?q=${encodeURIComponent(link)}`;
    const onion = Array.from({ length: 8 }).reduce<string>((link) => wrap(link), STORY);
    expect(unwrapLink(new URL(onion)).hostname).toBe('www.google.com');
  });
});

describe('isSealedGoogleNews', () => {
  it('knows a link that only Google can follow', () => {
    expect(isSealedGoogleNews(new URL('https://news.google.com/rss/articles/CBMiSmFVX3lx'))).toBe(true);
    expect(isSealedGoogleNews(new URL('https://news.google.com/home'))).toBe(false);
  });

  it('is told with what to do: open it, and give the address that it ends at', () => {
    const sealed = 'https://news.google.com/rss/articles/CBMiSmFVX3lx';
    const answer = {
      kind: 'content',
      finalUrl: sealed,
      permanentUrl: null,
      status: 200,
      contentType: 'text/html',
      charset: 'utf-8',
      bytes: new TextEncoder().encode('<p>News</p>'),
      etag: null,
      lastModified: null,
      retryAfter: null,
    } as const;
    expect(() => requirePage(new URL(sealed), answer)).toThrow(
      'news.google.com does not say where this link leads: open it in a browser and give the address that it ends at.',
    );
  });
});
