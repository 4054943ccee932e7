import type { Answer, AnswerQuote } from '../../../src/records/answer.ts';
import type { Article } from '../../../src/records/article.ts';
import { passageAt, type Span } from '../../../src/records/span.ts';
import type { Speaker, Stance } from '../../../src/records/quote.ts';

/** The span of `words` in `text`. Throws when they don't stand there. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return [start, start + words.length];
}

const ARTICLE_TEXT = `Tarn denied the reports on Monday. "We have sent no missiles to anyone," said Mara Eld, a Tarn
government spokeswoman. A senior Tarn official called the claims "a fairy tale". The Alliance would not confirm them.`;

/** A fictional stored article. */
export const tarnArticle: Article = {
  id: 'article-1',
  title: 'Tarn denies sending missiles',
  outlet: 'Harbour Post',
  byline: 'Ida Fenn',
  publishedAt: '2024-09-10',
  modifiedAt: null,
  language: 'en',
  url: 'https://harbour.example/tarn-missiles',
  text: ARTICLE_TEXT,
  contentHash: 'a'.repeat(64),
  storedAt: '2024-09-10T09:00:00Z',
};

const spokeswoman: Speaker = {
  mention: spanOf(ARTICLE_TEXT, 'Mara Eld'),
  text: 'Mara Eld',
  name: 'Mara Eld',
  role: 'Tarn government spokeswoman',
  affiliation: 'Tarn government',
  anonymous: false,
};

/** A quote of the fictional article; `changes` win over everything. */
export function storedQuote(id: string, words: string, changes: Partial<AnswerQuote> = {}): AnswerQuote {
  const content = ARTICLE_TEXT.includes(words)
    ? passageAt(ARTICLE_TEXT, [spanOf(ARTICLE_TEXT, words)])
    : { spans: [[0, words.length] as const], text: words };
  return {
    id,
    kind: 'direct',
    content,
    speaker: spokeswoman,
    cue: passageAt(ARTICLE_TEXT, [spanOf(ARTICLE_TEXT, 'said')]),
    stance: 'denied',
    saidOn: { from: '2024-09-09', to: '2024-09-09', span: spanOf(ARTICLE_TEXT, 'on Monday') },
    via: null,
    answers: null,
    extractor: 'grammar',
    article: tarnArticle,
    ...changes,
  };
}

/** The speaker of an unnamed source. */
const unnamedOfficial: Speaker = {
  mention: spanOf(ARTICLE_TEXT, 'A senior Tarn official'),
  text: 'A senior Tarn official',
  name: null,
  role: 'senior Tarn official',
  affiliation: null,
  anonymous: true,
};

/** An answer that groups these quotes by their stance, in the order they come. */
export function answerOf(quotes: readonly AnswerQuote[], changes: Partial<Answer> = {}): Answer {
  const stances: readonly Stance[] = [...new Set(quotes.map((quote) => quote.stance))];
  return {
    question: { topic: 'missiles', stance: 'denied' },
    mode: 'digest',
    notice: null,
    sentences: [],
    groups: stances.map((stance) => ({ stance, quotes: quotes.filter((quote) => quote.stance === stance) })),
    total: quotes.length,
    notShown: 0,
    ...changes,
  };
}

/** The worked answer of the fictional article: two denials and a dispute. */
export const tarnAnswer: Answer = answerOf(
  [
    storedQuote('q1', 'We have sent no missiles to anyone,'),
    storedQuote('q2', 'a fairy tale', {
      kind: 'mixed',
      stance: 'disputed',
      speaker: unnamedOfficial,
      via: { name: 'Tarn Radio', span: [0, 1] },
      saidOn: null,
    }),
  ],
  {
    notice: 'No language model is set up, so this is a digest.',
    sentences: [{ text: 'Mara Eld denied it.', quoteIds: ['q1'] }],
    total: 3,
    notShown: 1,
  },
);
