import * as fc from 'fast-check';
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

const DAY = '2024-09-10';

/** What is wrong with the quotes of a text, in words; nothing is. */
function faults(text: string): string[] {
  return extractQuotes({ text, title: null, publishedAt: DAY }).flatMap((quote) => {
    const passages = [quote.content, quote.cue, ...(quote.answers === null ? [] : [quote.answers])];
    const { speaker, via, saidOn } = quote;
    const checks: [boolean, string][] = [
      [
        passages.every((each) => each.text === each.spans.map((span) => sliceAt(text, span)).join(GAP)),
        'a passage is no slice',
      ],
      [speaker === null || speaker.text === sliceAt(text, speaker.mention), 'a mention is no slice'],
      [via === null || via.name === sliceAt(text, via.span), 'an outlet is no slice'],
      [saidOn === null || (saidOn.from <= saidOn.to && saidOn.to <= DAY), 'a day lies ahead'],
      [/[\p{L}\p{N}]/u.test(quote.content.text), 'a content has no words'],
      [speaker === null || !speaker.anonymous || speaker.name === null, 'an unnamed source has a name'],
    ];
    return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
  });
}

describe('extractQuotes on any text', () => {
  it('never throws, shows only slices, dates nothing ahead and names no unnamed source', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(faults(text)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });
});
