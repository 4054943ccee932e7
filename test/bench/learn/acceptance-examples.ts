import { describeCandidate } from '../../../src/quotes/acceptance.ts';
import { spanOf } from '../../../src/quotes/content-spans.ts';
import type { Span } from '../../../src/records/span.ts';
import type { AnnotatedQuote } from './annotated.ts';
import { extentOf, findProposals, hasCue, type Proposal, type ReadArticle } from './annotated-sentences.ts';
import type { Example } from './logistic-regression.ts';

/** For every candidate: did people mark a quote here? Made with the boundaries that the extractor has by now. */
export function acceptanceExamples(articles: readonly ReadArticle[]): readonly Example[] {
  return articles.flatMap((article) =>
    [...findProposals(article)].flatMap((proposal) => {
      const verdict = judge(proposal);
      const features = describeCandidate(proposal.text, proposal.sentence, proposal.candidate);
      return verdict === null ? [] : [{ features, ...verdict }];
    }),
  );
}

type Verdict = Pick<Example, 'isTrue' | 'weight'>;

/** Null where the nearest annotated quote is neither demanded nor wrong. Unclear cases weigh less. */
function judge(proposal: Proposal): Verdict | null {
  const { sentence, candidate, nearby } = proposal;
  if (candidate.side === 'following') {
    const marked = nearby.some((quote) => !quote.optional && hasCue(quote, sentence, candidate.cue));
    return { isTrue: marked, weight: 1 };
  }
  const closest = findClosest(proposal);
  if (closest === null) return { isTrue: false, weight: 1 };
  if (closest.quote.optional) return null;
  if (!closest.sameCue && isClaimed(closest.quote, proposal)) return { isTrue: false, weight: 0.7 };
  if (closest.shared >= 0.5) return { isTrue: true, weight: closest.sameCue ? 1 : 0.5 };
  return closest.sameCue ? { isTrue: true, weight: 0.3 } : { isTrue: false, weight: 0.7 };
}

/** Whether another candidate stands at the quote's own cue: then this one is only part of what it reports. */
function isClaimed(quote: AnnotatedQuote, { sentence, candidate, all }: Proposal): boolean {
  return all.some((other) => other !== candidate && hasCue(quote, sentence, other.cue));
}

interface Closest {
  readonly quote: AnnotatedQuote;
  /** The share of the words of both that they have in common, within the candidate's sentence. */
  readonly shared: number;
  readonly sameCue: boolean;
}

/** The annotated quote that shares most words with a candidate; one with the same cue goes before a slightly better one. */
function findClosest({ text, sentence, candidate, nearby }: Proposal): Closest | null {
  const extent = extentOf(sentence);
  const spans = candidate.ranges.map((range) => spanOf(text, sentence.units, range));
  const proposed = wordsAt(text, spans, extent);
  const ranked = nearby
    .map((quote): Closest => {
      const words = wordsAt(text, quote.content, extent);
      const both = proposed.intersection(words).size;
      const shared = both === 0 ? 0 : both / (proposed.size + words.size - both);
      return { quote, shared, sameCue: hasCue(quote, sentence, candidate.cue) };
    })
    .filter(({ shared }) => shared > 0)
    .toSorted((one, other) => rank(other) - rank(one));
  return ranked[0] ?? null;
}

const rank = ({ shared, sameCue }: Closest): number => shared + (sameCue ? 0.3 : 0);

/** Where the words start that stand in `spans`, within `extent`. */
function wordsAt(text: string, spans: readonly Span[], [from, to]: Span): ReadonlySet<number> {
  const starts = spans.flatMap(([spanStart, spanEnd]) => {
    const start = Math.max(spanStart, from);
    const inside = text.slice(start, Math.max(start, Math.min(spanEnd, to)));
    return [...inside.matchAll(/[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu)].map(({ index }) => start + index);
  });
  return new Set(starts);
}
