import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/article/feed/plain-text.ts';
import { readFeed } from '../../../src/article/feed/read-feed.ts';
import { InputError } from '../../../src/errors.ts';

const ADDRESS = 'https://harbour.example/news/feed.xml';

const read = (document: string | Uint8Array, charset?: string) =>
  readFeed({
    bytes: typeof document === 'string' ? Buffer.from(document) : document,
    charset,
    address: ADDRESS,
  });

const rss = (items: string, head = '') => `<rss version="2.0"><channel>${head}${items}</channel></rss>`;
const atom = (entries: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}>${entries}</feed>`;

const firstOf = (document: string) => {
  const [entry] = read(document).entries;
  if (entry === undefined) throw new Error('no entry was read');
  return entry;
};

describe('RSS', () => {
  it('is read with its texts, people and dates', () => {
    const feed = read(
      rss(
        `<item><title>Ordan &amp; the pact</title><link>https://harbour.example/a</link><guid isPermaLink="false">a-1</guid>
         <pubDate>Tue, 04 Mar 2031 08:00:00 EST</pubDate><dc:creator>Mira Dahl</dc:creator><category>World</category>
         <description>A teaser.</description><content:encoded><![CDATA[<p>All of it.</p>]]></content:encoded></item>`,
        '<title>Harbour News</title><link>https://harbour.example/</link><language>en-gb</language><ttl>30</ttl>',
      ),
    );
    expect(feed).toMatchObject({
      format: 'rss',
      title: { value: 'Harbour News', type: 'text' },
      link: 'https://harbour.example/',
      language: 'en-gb',
      minutesToLive: 30,
    });
    expect(feed.entries).toEqual([
      {
        id: 'a-1',
        link: 'https://harbour.example/a',
        title: { value: 'Ordan & the pact', type: 'text' },
        published: 'Tue, 04 Mar 2031 08:00:00 EST',
        publishedAt: '2031-03-04T08:00:00-05:00',
        updated: null,
        updatedAt: null,
        authors: ['Mira Dahl'],
        categories: ['World'],
        language: null,
        summary: { value: 'A teaser.', type: 'html' },
        content: { value: '<p>All of it.</p>', type: 'html' },
      },
    ]);
  });

  it.each([
    ['a guid that is the address', '<guid>https://harbour.example/a</guid>', 'https://harbour.example/a'],
    ['a guid that is none', '<guid isPermaLink="false">https://harbour.example/a</guid>', null],
    [
      'a link before the guid',
      '<link>/b</link><guid>https://harbour.example/a</guid>',
      'https://harbour.example/b',
    ],
    [
      'an Atom link',
      '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="/c"/>',
      'https://harbour.example/c',
    ],
    ['a relative link', '<link>d.html</link>', 'https://harbour.example/news/d.html'],
    ['xml:base on the way', '<link xml:base="/old/">e.html</link>', 'https://harbour.example/old/e.html'],
    ['no address of the web', '<link>javascript:alert(1)</link>', null],
    ['spaces around it', '<link>\n  https://harbour.example/f\n</link>', 'https://harbour.example/f'],
    [
      'a bare ampersand',
      '<link>https://harbour.example/g?a=1&b=2</link>',
      'https://harbour.example/g?a=1&b=2',
    ],
  ])('takes %s for the link', (_what, inside, expected) => {
    expect(firstOf(rss(`<item><title>x</title>${inside}</item>`)).link).toBe(expected);
  });

  it.each([
    ['AT&amp;T and others', 'AT&T and others'],
    ['AT&amp;amp;T', 'AT&T'],
    ['<![CDATA[Nine < ten & more]]>', 'Nine < ten & more'],
    ['Ten &lt;b&gt;bold&lt;/b&gt; words', 'Ten bold words'],
    ['On the &lt;blink&gt; element', 'On the <blink> element'],
    ['Caf&eacute; closes', 'Café closes'],
    ['One &#8211; two', 'One – two'],
  ])('the title %s reads %s', (written, expected) => {
    const { title } = firstOf(rss(`<item><title>${written}</title></item>`));
    expect(title === null ? null : plainText(title)).toBe(expected);
  });

  it('without an item is a feed in which nothing stands', () => {
    expect(read(rss('')).entries).toEqual([]);
    expect(read('<rss/>').entries).toEqual([]);
  });

  it('with a prefix of its own is read like any other', () => {
    const feed = read(
      '<r:rss version="2.0" xmlns:r="http://backend.userland.com/rss2"><r:channel><r:item><r:title>x</r:title></r:item></r:channel></r:rss>',
    );
    expect(feed.entries[0]?.title?.value).toBe('x');
  });
});

describe('Atom', () => {
  it.each([
    ['<title>Plain &amp; simple</title>', 'Plain & simple'],
    ['<title type="text">About &lt;b&gt;</title>', 'About <b>'],
    ['<title type="html">About &amp;lt;b&amp;gt;, &lt;i&gt;soon&lt;/i&gt;</title>', 'About <b>, soon'],
    [
      '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">In <i>markup</i></div></title>',
      'In markup',
    ],
    ['<title type="text/html" mode="base64">T25lIDxiPmJvbGQ8L2I+IHdvcmQ=</title>', 'One bold word'],
  ])('the title %s reads %s', (title, expected) => {
    const entry = firstOf(atom(`<entry>${title}</entry>`));
    expect(entry.title === null ? null : plainText(entry.title)).toBe(expected);
  });

  it('links to its page, not to itself or to another format', () => {
    const entry = firstOf(
      atom(
        `<entry><link rel="self" href="/self"/><link rel="alternate" type="application/pdf" href="/pdf"/>
         <link rel="alternate" type="text/html" href="page"/></entry>`,
        'xml:base="https://meridian.example/2031/"',
      ),
    );
    expect(entry.link).toBe('https://meridian.example/2031/page');
  });

  it('keeps ids as they are written', () => {
    expect(firstOf(atom('<entry><id>HTTP://Meridian.example/A</id></entry>')).id).toBe(
      'HTTP://Meridian.example/A',
    );
  });
});

describe('RDF and JSON Feed', () => {
  it('are read', () => {
    const rdf = read(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
       <channel rdf:about="https://meridian.example/"><title>Meridian</title></channel>
       <item rdf:about="https://meridian.example/1"><title>One</title><link>https://meridian.example/1</link></item></rdf:RDF>`,
    );
    expect(rdf).toMatchObject({
      format: 'rdf',
      title: { value: 'Meridian' },
      entries: [
        { id: 'https://meridian.example/1', link: 'https://meridian.example/1', title: { value: 'One' } },
      ],
    });
    const json = read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Meridian',
        items: [
          { id: '1', url: '/1', content_html: '<p>x</p>', date_published: '2031-03-04T08:00:00+01:00' },
        ],
      }),
    );
    expect(json).toMatchObject({
      format: 'json',
      entries: [
        {
          id: '1',
          link: 'https://harbour.example/1',
          publishedAt: '2031-03-04T08:00:00+01:00',
          content: { type: 'html' },
        },
      ],
    });
  });
});

describe('a broken feed', () => {
  it('that ends in a tag is read up to its last whole entry', () => {
    for (const end of [
      '<item><title>Th',
      '<item><title>Three</title><link hr',
      '<item><![CDATA[',
      '<item>',
      '<!--',
    ]) {
      const feed = read(
        `<rss version="2.0"><channel><item><title>One</title></item><item><title>Two</title></item>${end}`,
      );
      expect(feed.entries.map((entry) => entry.title?.value)).toEqual(['One', 'Two']);
    }
  });

  it('with tags unclosed or closed twice is still read', () => {
    const feed = read(
      rss(
        '<item><title>One</title><description>a <br> b <p>c</description></item></b><item><title>Two</title></item>',
      ),
    );
    expect(feed.entries.map((entry) => entry.title?.value)).toEqual(['One', 'Two']);
  });

  it('is read in the encoding that it is written in', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>Caf'),
      Buffer.from([0xe9]),
      Buffer.from('</title></channel></rss>'),
    ]);
    expect(read(bytes).title?.value).toBe('Café');
  });

  it('puts in short definitions of its own', () => {
    const document = `<!DOCTYPE rss [<!ENTITY own "Harbour">]>${rss('<item><title>&own; news</title></item>')}`;
    expect(firstOf(document).title?.value).toBe('Harbour news');
  });

  it.each([
    ['definitions that build on each other', '<!ENTITY a "xxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">', '&b;'],
    ['definitions that build on themselves', '<!ENTITY a "&a;">', '&a;'],
    ['a long definition', `<!ENTITY a "${'x'.repeat(5000)}">`, '&a;'],
    ['a definition used without end', `<!ENTITY a "${'x'.repeat(900)}">`, '&a;'.repeat(1000)],
  ])('is refused for %s', (_what, definitions, text) => {
    const document = `<!DOCTYPE rss [${definitions}]>${rss(`<item><title>${text}</title></item>`)}`;
    expect(() => read(document)).toThrow(InputError);
  });

  it.each([
    ['a web page', '<!doctype html><html><head><title>x</title></head></html>', /a web page, no feed/u],
    ['words', 'just words', /is no feed/u],
    [
      'half a JSON feed',
      '{"version": "https://jsonfeed.org/version/1.1", "items": [',
      /neither a feed nor whole JSON/u,
    ],
    ['nothing', '', /is no feed/u],
    ['elements without end', `<rss>${'<a>'.repeat(1000)}`, /nested deeper/u],
  ])('tells that %s is none', (_what, document, sentence) => {
    expect(() => read(document)).toThrow(sentence);
  });
});
