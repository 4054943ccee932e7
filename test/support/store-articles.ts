import { createHash } from 'node:crypto';
import { describeQuotes } from '../../src/ingest/describe-quotes.ts';
import type { ArticleDraft } from '../../src/records/article.ts';
import type { Quote, Stance } from '../../src/records/quote.ts';
import { passageAt, type Span } from '../../src/records/span.ts';
import type { NewQuote } from '../../src/store/store.ts';

/** One statement of an invented article, a paragraph of its own: “[claim.] [speaker] said: ‘[content]’ [day].” */
export interface StatementSketch {
  readonly content: string;
  readonly speaker?: string | null;
  readonly role?: string | null;
  readonly stance?: Stance;
  readonly claim?: string | undefined;
  readonly saidOn?: readonly [from: string, to: string];
}

export interface ArticleSketch {
  readonly title?: string | null;
  readonly outlet?: string | null;
  readonly publishedAt?: string | null;
  readonly statements: readonly StatementSketch[];
}

export interface ComposedArticle {
  readonly article: ArticleDraft;
  readonly quotes: readonly NewQuote[];
}

/** Writes the article of a sketch and marks the quotes in it, as extraction would. */
export function composeArticle(sketch: ArticleSketch): ComposedArticle {
  let text = '';
  const write = (words: string): Span => {
    const start = text.length;
    text += words;
    return [start, text.length];
  };
  const marked = sketch.statements.map((statement) => markStatement(statement, write));
  const article: ArticleDraft = {
    title: sketch.title ?? null,
    outlet: sketch.outlet ?? null,
    byline: null,
    publishedAt: sketch.publishedAt ?? null,
    modifiedAt: null,
    language: 'en',
    url: null,
    text,
    contentHash: createHash('sha256').update(text).digest('hex'),
  };
  const quotes = marked.map((mark) => mark(text));
  return { article, quotes: describeQuotes(article, quotes) };
}

function markStatement(statement: StatementSketch, write: (words: string) => Span): (text: string) => Quote {
  const { content, speaker = null, role = null, stance = 'claimed', claim, saidOn } = statement;
  const claimSpan = claim === undefined ? null : write(claim);
  if (claimSpan !== null) write('. ');
  const label = speaker ?? role;
  const mention = label === null ? null : write(label);
  if (mention !== null) write(' ');
  const cue = write('said');
  write(': “');
  const contentSpan = write(content);
  write('” ');
  const day = write('that day');
  write('.\n\n');
  return (text) => ({
    kind: 'direct',
    content: passageAt(text, [contentSpan]),
    cue: passageAt(text, [cue]),
    speaker:
      mention === null
        ? null
        : { mention, text: label ?? '', name: speaker, role, affiliation: null, anonymous: speaker === null },
    stance,
    saidOn: saidOn === undefined ? null : { from: saidOn[0], to: saidOn[1], span: day },
    via: null,
    answers: claimSpan === null ? null : passageAt(text, [claimSpan]),
    extractor: 'grammar',
  });
}
