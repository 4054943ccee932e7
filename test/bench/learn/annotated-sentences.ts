import type { Span } from '../../../src/records/span.ts';
import { findQuotations } from '../../../src/quotes/marks.ts';
import { propose, type Candidate } from '../../../src/quotes/candidates.ts';
import type { Cue } from '../../../src/quotes/cue.ts';
import { findCues } from '../../../src/quotes/cues.ts';
import { readSentences, type Sentence } from '../../../src/quotes/sentences.ts';
import { readTokens } from '../../../src/quotes/tokens.ts';
import type { AnnotatedArticle, AnnotatedQuote } from './annotated.ts';

/** An annotated article as the grammar reads it; reading is the slow part and needs no weights, so it is done once. */
export interface ReadArticle {
  readonly article: AnnotatedArticle;
  readonly sentences: readonly Sentence[];
}

export function readForLearning(article: AnnotatedArticle): ReadArticle {
  const sentences = readSentences(readTokens(article.text), findQuotations(article.text));
  return { article, sentences };
}

/** What the grammar proposes at one cue, with the annotated quotes that reach into the sentence. */
export interface Proposal {
  readonly text: string;
  readonly sentence: Sentence;
  readonly candidate: Candidate;
  /** Every candidate of the sentence, this one among them. */
  readonly all: readonly Candidate[];
  readonly nearby: readonly AnnotatedQuote[];
}

/** Every proposal of an article, under the weights that the extractor has at the moment. */
export function* findProposals({ article, sentences }: ReadArticle): Generator<Proposal> {
  const { text } = article;
  for (const sentence of sentences) {
    const extent = extentOf(sentence);
    const nearby = article.quotes.filter((quote) => reachesInto(quote, extent));
    const all = findCues(sentence.units).flatMap((cue) => propose(text, sentence.units, cue) ?? []);
    for (const candidate of all) yield { text, sentence, candidate, all, nearby };
  }
}

/** From the first to the last character of a sentence. */
export function extentOf({ units }: Sentence): Span {
  return [units[0]?.start ?? 0, units.at(-1)?.end ?? 0];
}

function reachesInto({ content }: AnnotatedQuote, [from, to]: Span): boolean {
  return (content[0]?.[0] ?? to) < to && (content.at(-1)?.[1] ?? from) > from;
}

/** Whether people marked the word that carries `cue` as the cue of `quote`. */
export function hasCue(quote: AnnotatedQuote, { units }: Sentence, cue: Cue): boolean {
  const head = units[cue.head];
  return head !== undefined && quote.cue.some(([start, end]) => start < head.end && end > head.start);
}
