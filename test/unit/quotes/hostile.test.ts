import { describe, expect, it } from 'vitest';
import { extractQuotes } from '../../../src/quotes/extract.ts';

const read = (text: string): number => extractQuotes({ text, title: null, publishedAt: '2024-09-10' }).length;

describe('a very large article', () => {
  const pieces = [
    '"',
    '“a ',
    "' s",
    'he said ',
    'a',
    ', who said that ',
    '(',
    ' and said',
    '.“',
    'Mr. Brod, ',
  ];
  it.each(pieces)('made of nothing but %j is read to its end', (piece) => {
    expect(read(piece.repeat(Math.ceil(60_000 / piece.length)))).toBeGreaterThanOrEqual(0);
  });
});
