import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/view/excerpt.ts';

const cut = (text: string, limit: number) => excerpt(text, limit, (slice) => slice.length);

describe('an excerpt', () => {
  it('is the whole text where it fits', () => {
    expect(cut('One. Two.', 9)).toEqual({ text: 'One. Two.', left: 0 });
  });

  it('ends with a sentence', () => {
    expect(cut('It rained. It stopped. It rained again.', 30)).toEqual({
      text: 'It rained. It stopped.',
      left: 17,
    });
  });

  it('does not take a shortened word for the end of a sentence', () => {
    expect(cut('We left. We met Gen. Aldous Brandt of the north.', 30).text).toBe('We left.');
  });

  it('ends with a word where the first sentence is too long', () => {
    expect(cut('a very long sentence without an end', 16).text).toBe('a very long');
  });

  it('is empty where not even the first word fits', () => {
    expect(cut('x'.repeat(50), 16)).toEqual({ text: '', left: 50 });
  });
});
