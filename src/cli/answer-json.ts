import type { Answer } from '../records/answer.ts';
import type { StoredQuote } from '../records/search.ts';

/** An answer as `onrecord ask --json` tells it. */
export function answerJson({ mode, sentences, groups, total, notShown }: Answer) {
  return {
    mode,
    sentences: sentences.map(({ text, quoteIds }) => ({ text, quoteIds })),
    groups: groups.map(({ stance, quotes }) => ({ stance, quotes: quotes.map(storedQuoteJson) })),
    total,
    notShown,
  };
}

function storedQuoteJson({ id, content, speaker, stance, saidOn, via, article }: StoredQuote) {
  return {
    id,
    text: content.text,
    spans: content.spans,
    speaker: speaker && { name: speaker.name, role: speaker.role, anonymous: speaker.anonymous },
    stance,
    saidOn: saidOn && { from: saidOn.from, to: saidOn.to, span: saidOn.span },
    via: via && { name: via.name, span: via.span },
    article: {
      id: article.id,
      title: article.title,
      outlet: article.outlet,
      url: article.url,
      publishedAt: article.publishedAt,
    },
  };
}
