import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOpml, writeOpml } from '../../../src/article/feed/opml.ts';
import { InputError } from '../../../src/errors.ts';

const opml = (outlines: string): Buffer =>
  Buffer.from(`<?xml version="1.0"?><opml version="2.0"><body>${outlines}</body></opml>`);

describe('a list of feeds', () => {
  it('is read through its folders, each feed once, and nothing but feeds of the web', () => {
    const feeds = readOpml(
      opml(
        `<outline text="World"><outline text="Harbour &amp; sea" type="rss" xmlUrl="https://harbour.example/feed?a=1&amp;b=2"/>
         <outline text="Again" xmlUrl="https://harbour.example/feed?a=1&amp;b=2"/></outline>
         <outline text="Local" xmlUrl="file:///etc/passwd"/><outline title="Meridian" text="m" xmlUrl="https://meridian.example/rss"/>`,
      ),
    );
    expect(feeds).toEqual([
      { url: 'https://harbour.example/feed?a=1&b=2', title: 'Harbour & sea' },
      { url: 'https://meridian.example/rss', title: 'Meridian' },
    ]);
  });

  it.each([
    ['words', Buffer.from('words'), /no OPML file/u],
    ['a feed', Buffer.from('<rss><channel/></rss>'), /no OPML file/u],
    ['a list of nothing', opml(''), /names no feed/u],
    ['folders without end', opml('<outline text="a">'.repeat(1000)), InputError],
  ])('that is %s is told as such', (_what, bytes, problem) => {
    expect(() => readOpml(bytes)).toThrow(problem);
  });

  it('that was written is read as it was', () => {
    const title = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((text) => text.trim() === text);
    const feeds = fc.uniqueArray(
      fc.record({
        url: fc.webUrl({ withQueryParameters: true }),
        title: fc.option(title),
        site: fc.option(fc.webUrl()),
      }),
      { minLength: 1, maxLength: 8, selector: ({ url }) => url },
    );
    fc.assert(
      fc.property(feeds, (list) => {
        const read = readOpml(Buffer.from(writeOpml(list)));
        expect(read).toEqual(list.map(({ url, title: name }) => ({ url, title: name ?? url })));
      }),
    );
  });
});
