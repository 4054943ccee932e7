import { assert, property, webUrl } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLink } from '../../../src/article/link.ts';

describe('readLink', () => {
  it.each([
    ['https://harbour.example/a?utm_source=x&id=7&UTM_Medium=y&fbclid=z', 'https://harbour.example/a?id=7'],
    ['https://harbour.example/a?utm_source=x', 'https://harbour.example/a'],
    ['https://harbour.example/a?q=b%20c+d&q=&x', 'https://harbour.example/a?q=b%20c+d&q=&x'],
    ['https://me:secret@harbour.example/a#top', 'https://harbour.example/a'],
    [' HTTPS://Harbour.example/A ', 'https://harbour.example/A'],
  ])('brings %j to %s', (written, expected) => expect(readLink(written)).toBe(expected));

  it('changes nothing the second time', () => {
    assert(
      property(webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        expect(readLink(readLink(url))).toBe(readLink(url));
      }),
    );
  });
});
