import { describe, expect, it } from 'vitest';
import { readSavedView, saveView } from '../../../src/discord/saved-view.ts';
import { answerOf, storedQuote, tarnAnswer } from '../../support/records/answers.ts';

describe('a view that is kept for its buttons', () => {
  it('is read in the language that it was told in', () => {
    const kept: unknown = JSON.parse(JSON.stringify(saveView({ kind: 'answer', answer: tarnAnswer }, 'fr')));
    expect(readSavedView(kept)).toMatchObject({ kind: 'answer', language: 'fr' });
  });

  it('still says which of its quotes are from a teaser', () => {
    const answer = answerOf([storedQuote('q1', 'x', { fromTeaser: true })]);
    const kept: unknown = JSON.parse(JSON.stringify(saveView({ kind: 'answer', answer }, 'en')));
    expect(readSavedView(kept)).toMatchObject({ answer: { groups: [{ quotes: [{ fromTeaser: true }] }] } });
  });

  it('is English where it was kept before there were other languages', () => {
    const older = { version: 1, kind: 'passage', quoteId: 'q_aaaaaaaaaaaaaaaa' };
    expect(readSavedView(older)).toEqual({ ...older, language: 'en' });
  });
});
