import { array, assert, constantFrom, integer, property, string, tuple, webUrl } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError, FetchError } from '../../src/errors.ts';
import { guardUrl, readWebAddress } from '../../src/fetch/guard-url.ts';
import { ourRules } from '../../src/fetch/robots-text.ts';
import { unwrapLink } from '../../src/ingest/wrapped-links.ts';

const SETTINGS = { ports: [80, 443], privateHosts: [], contact: null };

/** The ways URLs take one part of an IPv4 address: decimal, octal, hexadecimal. */
const WRITINGS: readonly ((part: number) => string)[] = [
  (part) => String(part),
  (part) => `0${part.toString(8)}`,
  (part) => `0x${part.toString(16)}`,
  (part) => `0X000${part.toString(16).toUpperCase()}`,
];

const part = integer({ min: 0, max: 255 });
const inside = tuple(
  constantFrom([10], [127], [192, 168], [169, 254], [172, 16], [100, 64], [0], [224], [255]),
  part,
  part,
  part,
).map(([head, ...rest]) => [...head, ...rest].slice(0, 4));

/** Whether an address is taken, or refused in words for a person. */
function isDecided(text: string): boolean {
  try {
    guardUrl(readWebAddress(text), SETTINGS);
    return true;
  } catch (error) {
    return error instanceof AppError;
  }
}

describe('the guard of addresses', () => {
  it('refuses an address inside, however its parts are written and joined', () => {
    assert(
      property(
        inside,
        array(constantFrom(...WRITINGS), { minLength: 4, maxLength: 4 }),
        integer({ min: 1, max: 4 }),
        (parts, ways, shown) => {
          const joined = parts.slice(shown - 1).reduce((sum, each) => sum * 256 + each, 0);
          const written = [...parts.slice(0, shown - 1), joined]
            .map((each, at) => ways[at]?.(each) ?? '')
            .join('.');
          expect(() => guardUrl(readWebAddress(`http://${written}/`), SETTINGS)).toThrow(FetchError);
        },
      ),
    );
  });

  it('takes or refuses any text in one sentence', () => {
    assert(property(string({ unit: 'binary', maxLength: 200 }), (text) => isDecided(text)));
  });
});

describe('link wrappers', () => {
  it('give an address that is one, and the same the second time', () => {
    const host = constantFrom(
      'www.google.com',
      'news.google.com',
      'l.facebook.com',
      'urldefense.com',
      'harbour.example',
    );
    const path = constantFrom('/url', '/rss/articles/CBMi', '/l.php', '/v3/__', '/amp/s/');
    assert(
      property(host, path, webUrl({ withQueryParameters: true }), string(), (name, start, inner, noise) => {
        const link = new URL(
          `https://${name}${start}${encodeURIComponent(noise)}?q=${encodeURIComponent(inner)}&u=${encodeURIComponent(inner)}`,
        );
        const unwrapped = unwrapLink(link);
        expect(unwrapped.protocol).toMatch(/^https?:$/u);
        expect(unwrapLink(unwrapped).href).toBe(unwrapped.href);
      }),
    );
  });
});

describe('robots.txt as it is given to its parser', () => {
  it('names three robots a group at most, and never grows much', () => {
    const line = constantFrom(
      'user-agent: a',
      'User-Agent: *',
      'user-agent: OnRecord',
      'disallow: /x',
      '# no',
      'sitemap: y',
      '',
    );
    assert(
      property(array(line, { maxLength: 60 }), integer({ min: 1, max: 3000 }), (lines, pathLength) => {
        const rules = ourRules(lines.join('\n'), pathLength);
        expect(rules.length).toBeLessThanOrEqual(lines.join('\n').length + lines.length * 10);
        const groups = rules.split(/^(?!user-agent)[a-z-]+:.*$/mu);
        for (const group of groups) expect(group.match(/^user-agent/gmu)?.length ?? 0).toBeLessThanOrEqual(3);
      }),
    );
  });
});
