import { describe, expect, it } from 'vitest';
import { findSilent, noteSilent } from '../../../../src/answer/reports/find-silent.ts';
import type { Article } from '../../../../src/records/article.ts';
import { wordsIn } from '../../../../src/words/words.ts';
import { sketchQuote } from '../../../support/model-quotes.ts';
import { tarnArticle } from '../../../support/records/answers.ts';

const article = (text: string, changes: Partial<Article> = {}): Article => ({
  ...tarnArticle,
  text,
  ...changes,
});
const silentIn = (text: string, quotes = [sketchQuote({ id: 'q', text: 'No.', name: 'Ada Moen' })]) =>
  findSilent([article(text)], quotes)
    .map((found) => noteSilent(found, wordsIn('en')))
    .map(({ who, note }) => [who, note]);

const ASKED = 'Asked; no reply on record.';
const ACCUSED = 'Accused or named; no reply on record.';

describe('Who is silent', () => {
  it.each([
    ['The Tarn embassy did not respond to a request for comment.', 'The Tarn embassy', ASKED],
    ['It rained, and Oskar Velt did not immediately reply to questions.', 'Oskar Velt', ASKED],
    ['On Monday the Harbour Ministry could not be reached.', 'the Harbour Ministry', ASKED],
    ['Calls to Velt’s office went unanswered.', 'Velt’s office', ASKED],
    ['There was no immediate comment from Norvia.', 'Norvia', ASKED],
    ['Ada Moen accused Norvia of hiding the ships.', 'Norvia', ACCUSED],
    ['The report blamed General Oskar Velt for the fire.', 'General Oskar Velt', ACCUSED],
  ])('is told by: %s', (sentence, who, note) => {
    expect(silentIn(sentence)).toEqual([[who, note]]);
  });

  it.each([
    ['a pronoun', 'He did not respond to a request for comment.'],
    ['what somebody says in quotation marks', '“Oskar Velt did not respond to questions,” said Ada Moen.'],
    ['another verb', 'Norvia did not answer the treaty’s terms with ships.'],
    ['a body without a name', 'the ministry could not be reached.'],
  ])('is not told by %s', (_what, sentence) => {
    expect(silentIn(sentence)).toEqual([]);
  });

  it('is nobody who has a word on record, be it a refusal', () => {
    const spoke = sketchQuote({
      id: 'q',
      text: 'to comment',
      name: 'Oskar Velt',
      stance: 'declined',
      cue: 'declined',
    });
    expect(silentIn('Oskar Velt did not respond to questions.', [spoke])).toEqual([]);
    const noReply = sketchQuote({
      id: 'q',
      text: 'to questions',
      name: 'Oskar Velt',
      stance: 'declined',
      cue: 'did not respond',
    });
    expect(silentIn('Oskar Velt did not respond to questions.', [noReply])).toEqual([['Oskar Velt', ASKED]]);
  });

  it('is told once, by the newest article, with its very words', () => {
    const text = 'It rained.\nThe Tarn embassy did not respond to a request for comment. It rained again.';
    const entries = findSilent(
      [
        article(text, { id: 'old', publishedAt: '2024-01-01' }),
        article(text, { id: 'new', publishedAt: '2025-01-01' }),
      ],
      [],
    );
    expect(entries.map((entry) => entry.article.id)).toEqual(['new']);
    expect(entries.map((entry) => text.slice(...entry.span))).toEqual([
      'The Tarn embassy did not respond to a request for comment.',
    ]);
  });

  it('is looked for in time linear in the text', () => {
    expect(silentIn(`${'Ada '.repeat(50_000)}did not`)).toEqual([]);
    expect(silentIn('a, '.repeat(100_000))).toEqual([]);
  });
});
