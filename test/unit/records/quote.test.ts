import { describe, expect, it } from 'vitest';
import { shownWords } from '../../../src/records/quote.ts';
import { passageAt, type Span } from '../../../src/records/span.ts';

const TEXT = 'Eke declined to comment. Eke denied that he had sold missiles. Eke rejected “the report”.';
const at = (words: string) => passageAt(TEXT, [spanOf(words)]);
function spanOf(words: string): Span {
  const start = TEXT.indexOf(words);
  return [start, start + words.length];
}
const shown = (cue: string, content: string, changes = {}) =>
  shownWords({ kind: 'indirect', stance: 'declined', cue: at(cue), content: at(content), ...changes });

describe('The words of a quote that a reader is shown', () => {
  it('hold the cue of a refusal, where both are one stretch of the article', () => {
    expect(shown('declined', 'to comment')).toBe('declined to comment');
    expect(TEXT).toContain(shown('declined', 'to comment'));
  });

  it.each([
    [
      'other words stand between',
      shown('denied', 'he had sold missiles', { stance: 'denied' }),
      'he had sold missiles',
    ],
    ['it was not a refusal', shown('declined', 'to comment', { stance: 'claimed' }), 'to comment'],
    ['they are the speaker’s own', shown('declined', 'to comment', { kind: 'direct' }), 'to comment'],
    ['a mark stands between', shown('rejected', 'the report', { stance: 'denied' }), 'the report'],
  ])('are the content alone when %s', (_when, words, expected) => {
    expect(words).toBe(expected);
  });
});
