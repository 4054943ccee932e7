import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readZonedDate } from '../../src/article/zoned-date.ts';
import { readFeed } from '../../src/article/feed/read-feed.ts';
import { InputError } from '../../src/errors.ts';
import { PublishedAt } from '../../src/records/article.ts';

/** Pieces that feeds are made of, put together in any order and cut off anywhere. */
const anyDocument = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.constantFrom(
          '<rss version="2.0">',
          '<channel>',
          '<item>',
          '</item>',
          '</channel>',
          '</rss>',
          '<feed>',
          '<entry>',
          '</entry>',
          '<title>',
          '</title>',
          '<title type="xhtml">',
          '<link>',
          '</link>',
          '<link href="/a"/>',
          '<guid isPermaLink="true">',
          '</guid>',
          '<![CDATA[',
          ']]>',
          '<!--',
          '-->',
          '<?xml?>',
          '<!DOCTYPE a [',
          '<!ENTITY a "b">',
          ']>',
          '&a;',
          '&amp;',
          '&#x0;',
          '<rdf:RDF>',
          '<author>',
          '</author>',
          "<a b='\"'>",
          '{"version":"https://jsonfeed.org/version/1.1","items":[',
          '{"id":1,"url":{}}',
          ']}',
          '<div>',
          '</div>',
        ),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
      { maxLength: 40 },
    ),
    fc.nat(),
  )
  .map(([parts, end]) => parts.join('').slice(0, Math.max(1, end % 2000)));

/** The links of what was read; none where it was refused. Any other error is a bug. */
function linksOf(document: string): readonly string[] {
  try {
    const { entries } = readFeed({ bytes: Buffer.from(document), address: 'https://a.example/feed' });
    return entries.map(({ link }) => link).filter((link) => link !== null);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

describe('reading a feed', () => {
  it('gives a feed or one sentence for the person, whatever the bytes', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const links = linksOf(document);
        expect(links.every((link) => /^https?:/iu.test(link))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('never loses a whole entry to where the document was cut off', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9 }), fc.nat({ max: 60 }), (whole, cut) => {
        const item = (number: number) => `<item><title>Title ${number}</title><guid>g${number}</guid></item>`;
        const items = Array.from({ length: whole }, (_none, number) => item(number)).join('');
        const rest = item(99).slice(0, cut % item(99).length);
        const { entries } = readFeed({ bytes: Buffer.from(`<rss><channel>${items}${rest}`), address: null });
        expect(entries.map(({ id }) => id)).toEqual(
          Array.from({ length: whole }, (_none, number) => `g${number}`),
        );
      }),
    );
  });

  it('brings every date it reads to a day or an instant', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.date({ noInvalidDate: true }).map(String),
          fc.stringMatching(/^[\d :,+\-TZ]{4,30}$/u),
        ),
        (written) => {
          const date = readZonedDate(written);
          expect(date === null || PublishedAt.safeParse(date).success).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
