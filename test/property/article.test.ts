import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/article/canonical.ts';
import { readArticle } from '../../src/article/read.ts';
import { InputError } from '../../src/errors.ts';

/** Text rich in what canonical form is about: line ends, spaces, joiners, marks, lone surrogates. */
const awkwardText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...'\r \n \r\n \t \u{a0} \u{85} \u{2028} \u{2029} \f e \u{301} ا “ \ud800 \udc00'.split(' '),
        ' ',
      ),
      fc.constantFrom(...'\u{200c} \u{200d} \u{200b} \u{feff} \u{ad} \u{202e} \u{2000}'.split(' ')),
      fc.constantFrom(
        ...'# * _ > ---\n title:x\n [a](b) <p> </p> <script> &amp;'.split(' '),
        'date 2031-01-01 ',
      ),
    ),
  )
  .map((parts) => parts.join(''));

describe('canonical text', () => {
  it('is the canonical text of itself', () => {
    fc.assert(
      fc.property(awkwardText, (raw) => {
        const once = canonicalText(raw);
        expect(canonicalText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('is well-formed NFC without outer space, invisible characters or more than one blank line', () => {
    fc.assert(
      fc.property(awkwardText, (raw) => {
        const text = canonicalText(raw);
        expect(text.isWellFormed()).toBe(true);
        expect(text).toBe(text.normalize('NFC'));
        expect(text).not.toMatch(
          /^\s|\s$|[ \t]\n|\n[ \t]|\n{3}|[\r\t\f\u{85}\u{2028}\u{2029}\u{200b}\u{feff}\u{202e}\u{ad}]/u,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every letter and digit', () => {
    const letters = (text: string): string => text.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(awkwardText, (raw) => {
        expect(letters(canonicalText(raw))).toBe(
          letters(raw.toWellFormed().replace(/[\u{200b}-\u{200d}]/gu, '')),
        );
      }),
    );
  });
});

describe('reading an article', () => {
  it('gives canonical text or an InputError, whatever the bytes and the format', () => {
    const bytes = fc.oneof(
      awkwardText.map((text) => new TextEncoder().encode(text)),
      fc.uint8Array(),
    );
    fc.assert(
      fc.property(bytes, fc.constantFrom(null, 'a.txt', 'a.md', 'a.html', 'a'), (given, fileName) => {
        try {
          const { text } = readArticle({ bytes: given, fileName, overrides: {} });
          expect(text).not.toBe('');
          expect(text).toBe(canonicalText(text));
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
