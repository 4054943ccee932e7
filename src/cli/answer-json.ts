import type { Answer, AnswerQuote } from '../records/answer.ts';
import type { ComposedBriefing } from '../records/briefing.ts';
import type { Report, ReportEntry } from '../records/report.ts';
import { sliceAt } from '../records/span.ts';
import type { SourcePassage } from '../records/view.ts';
import type { ArticleSource } from '../records/search.ts';

/** An answer as `onrecord ask --json` tells it. */
export function answerJson(answer: Answer) {
  const { question, mode, notice, sentences, groups, total, notShown, corpus, which } = answer;
  return {
    question,
    mode,
    notice,
    sentences: sentences.map(({ text, quoteIds }) => ({ text, quoteIds })),
    groups: groups.map(({ stance, quotes }) => ({ stance, quotes: quotes.map(quoteJson) })),
    total,
    notShown,
    ...(corpus === undefined ? {} : { corpus }),
    ...(which === undefined ? {} : { which }),
  };
}

/** A report as `onrecord ask --json` tells it. */
export function reportJson({ title, filters, told, parts, notShown, which }: Report) {
  return {
    title,
    filters,
    told,
    parts: parts.map(({ heading, entries }) => ({ heading, entries: entries.map(entryJson) })),
    notShown,
    ...(which === undefined ? {} : { which: which.candidates }),
  };
}

/** What is new on the record as `onrecord brief --json` tells it: a report, with the summary that a model may have written. */
export function briefingJson({
  report,
  sentences,
  notice,
}: Pick<ComposedBriefing, 'report' | 'sentences' | 'notice'>) {
  return {
    ...reportJson(report),
    notice,
    sentences: sentences.map(({ text, quoteIds }) => ({ text, quoteIds })),
  };
}

/** A passage as `onrecord ask --json` tells it: the quote, and the article's slice around it. */
export function passageJson({ quote, article, span }: SourcePassage) {
  return { quote: quoteJson(quote), passage: { span, text: sliceAt(article.text, span) } };
}

function entryJson(entry: ReportEntry) {
  if (entry.kind === 'quote') return { note: entry.note, quote: quoteJson(entry.quote) };
  const { note, who, text, span, article } = entry;
  return { note, sentence: { who, text, span, article: sourceJson(article) } };
}

function quoteJson(quote: AnswerQuote) {
  const { id, content, speaker, stance, saidOn, via, article, copies, fromTeaser } = quote;
  return {
    id,
    text: content.text,
    spans: content.spans,
    speaker: speaker && { name: speaker.name, role: speaker.role, anonymous: speaker.anonymous },
    stance,
    saidOn: saidOn && { from: saidOn.from, to: saidOn.to, span: saidOn.span },
    via: via && { name: via.name, span: via.span },
    article: sourceJson(article),
    ...(copies === undefined ? {} : { copies: copies.map(sourceJson) }),
    ...(fromTeaser === true ? { fromTeaser } : {}),
  };
}

function sourceJson({ id, title, outlet, url, publishedAt }: ArticleSource) {
  return { id, title, outlet, url, publishedAt };
}
