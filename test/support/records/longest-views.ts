import type { AnswerQuote } from '../../../src/records/answer.ts';
import { LEFT_OUT } from '../../../src/records/answer.ts';
import { STANCES } from '../../../src/records/quote.ts';
import type { View } from '../../../src/records/view.ts';
import { storedQuote, tarnArticle } from './answers.ts';

/** Views in which every text is far longer than a card has room for, each made of words of some length. */
export function longestViews(word: string): readonly View[] {
  const words = `${word} `.repeat(400).trim();
  const source = {
    id: 'a1',
    title: words,
    outlet: words,
    url: `https://harbour.example/${'x'.repeat(480)}`,
    publishedAt: words,
  };
  const quoteOf = (index: number): AnswerQuote =>
    storedQuote(`q${index}`, words, {
      kind: 'indirect',
      stance: STANCES[index % STANCES.length] ?? 'denied',
      speaker: {
        mention: [0, 1],
        text: words,
        name: words,
        role: words,
        affiliation: words,
        anonymous: false,
      },
      saidOn: { from: words, to: words, span: [0, 1] },
      via: { name: words, span: [0, 1] },
      article: source,
      copies: [source, source, source, source],
      superseded: { on: words, by: words },
      fromTeaser: true,
    });
  const quotes = Array.from({ length: 12 }, (_, index) => quoteOf(index));
  const question = {
    topic: words,
    stance: 'declined',
    speaker: words,
    outlet: words,
    since: words,
    until: words,
    leaveOut: [...LEFT_OUT],
    understood: words,
  } as const;
  const several = Array.from({ length: 30 }, () => words);
  const candidates = several.map((name) => ({ id: null, name, about: name }));
  const report = { title: words, filters: several, told: several, notShown: 1e9 };
  const parts = quotes.map((quote) => ({
    heading: words,
    entries: [
      { kind: 'quote' as const, quote, note: words },
      {
        kind: 'sentence' as const,
        who: words,
        text: words,
        span: [0, 1] as const,
        article: source,
        note: words,
      },
    ],
  }));
  const answer = {
    question,
    mode: 'digest' as const,
    notice: words,
    sentences: [
      { text: words.slice(0, 1200), quoteIds: ['q1'] },
      { text: words, quoteIds: quotes.map(({ id }) => id) },
    ],
    groups: STANCES.map((stance) => ({ stance, quotes: quotes.filter((quote) => quote.stance === stance) })),
    total: 1e9,
    notShown: 1e8,
    corpus: { articles: 1e9, outlets: 1e9 },
  };
  const [quote] = quotes;
  return [
    { kind: 'answer', answer },
    { kind: 'answer', answer: { ...answer, which: candidates } },
    { kind: 'answer', answer, narrowing: { speaker: null, stance: 'denied' } },
    { kind: 'report', report: { ...report, parts } },
    ...[null, several.map(() => '2026-11-23T06:30:00.000Z')].map((next) => ({
      kind: 'briefing' as const,
      post: {
        name: words,
        zone: 'Europe/Oslo',
        slot: '2026-11-23T06:30:00.000Z',
        composed: {
          report: { ...report, parts, whereRest: words },
          sentences: answer.sentences,
          notice: words,
          isQuiet: false,
          told: [],
          corrected: [],
          picture: null,
        },
        mentionRole: null,
        next,
      },
    })),
    { kind: 'report', report: { ...report, parts: [], which: { report: 'timeline', question, candidates } } },
    ...(quote === undefined
      ? []
      : [
          {
            kind: 'passage' as const,
            passage: {
              quote,
              article: { ...tarnArticle, text: words, title: words },
              span: [0, words.length] as const,
            },
          },
        ]),
    {
      kind: 'listing',
      listing: { title: words, items: several.map((name) => ({ name, facts: several })), note: words },
    },
    {
      kind: 'confirmation',
      confirmation: {
        title: words,
        told: several,
        label: words,
        line: words,
        task: { kind: 'forget-article', articleId: 'a1' },
      },
    },
    { kind: 'problem', message: words },
  ];
}
