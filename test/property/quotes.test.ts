import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../src/quotes/extract.ts';
import { GAP, sliceAt } from '../../src/records/span.ts';

const words = fc.constantFrom(
  'Ana Brod',
  'the minister',
  'she',
  'said',
  'denied',
  'that',
  'missiles',
  'were',
  'sent',
  ',',
  '.',
  '“',
  '”',
  '"',
  "''",
  '\n',
  'on Monday',
  'according to',
  'a spokesperson',
  'reports',
  'would not',
  'confirm',
  ':',
  '—',
  'who',
  'and',
  'é\u0301',
  '😀',
  '\u00a0',
  '\u200b',
  '«',
  '»',
  '‘',
  '’',
  'TASS',
  'quoted',
  'by',
  'as saying',
  '(',
  ')',
  'مرحبا',
  '7.5',
  '\ud800',
);
const texts = fc.oneof(
  fc.array(words, { maxLength: 60 }).map((list) => list.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('extractQuotes on any text', () => {
  it('never throws, and every passage it gives is the exact slice of the article', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const quote of extractQuotes({ text, title: null, publishedAt: '2024-09-10' })) {
          for (const passage of [
            quote.content,
            quote.cue,
            ...(quote.answers === null ? [] : [quote.answers]),
          ]) {
            expect(passage.text).toBe(passage.spans.map((span) => sliceAt(text, span)).join(GAP));
          }
          if (quote.speaker !== null) expect(quote.speaker.text).toBe(sliceAt(text, quote.speaker.mention));
          if (quote.via !== null) expect(quote.via.name).toBe(sliceAt(text, quote.via.span));
          if (quote.saidOn !== null) expect(quote.saidOn.to <= '2024-09-10').toBe(true);
          expect(quote.content.text.trim()).not.toBe('');
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('never names an unnamed source', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { speaker } of extractQuotes({ text, title: null, publishedAt: null })) {
          if (speaker?.anonymous === true) expect(speaker.name).toBeNull();
        }
      }),
      { numRuns: 500 },
    );
  });
});
