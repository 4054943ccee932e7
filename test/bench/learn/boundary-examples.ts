import { findBoundaries } from '../../../src/quotes/boundary.ts';
import type { Unit } from '../../../src/quotes/sentences.ts';
import type { Span } from '../../../src/records/span.ts';
import { findProposals, hasCue, type Proposal, type ReadArticle } from './annotated-sentences.ts';
import type { Example } from './logistic-regression.ts';

/** How far, in characters, the start of an annotated content may lie from the proposed one. */
const NEAR = 6;

/** For every place where a content might end, up to the one where it does: does it end here? */
export function boundaryExamples(articles: readonly ReadArticle[]): readonly Example[] {
  return articles.flatMap((article) => [...findProposals(article)].flatMap(placesOf));
}

function placesOf({ text, sentence, candidate, nearby }: Proposal): Example[] {
  const { units } = sentence;
  const { cue, complement, side } = candidate;
  const start = units[complement.start]?.start;
  if (side !== 'right' || start === undefined) return [];
  const content = nearby.find((quote) => hasCue(quote, sentence, cue))?.content ?? [];
  const annotated = content
    .map((span) => trimmed(text, span))
    .find((span) => Math.abs(span[0] - start) <= NEAR);
  if (annotated === undefined) return [];
  const examples: Example[] = [];
  for (const { at, features } of findBoundaries(units, complement.start, complement.frame, cue)) {
    const isEnd = trimmed(text, [start, endBefore(units, complement.start, at)])[1] >= annotated[1] - 1;
    examples.push({ features, isTrue: isEnd, weight: 1 });
    if (isEnd) break;
  }
  return examples;
}

/** Where a content from the unit `from` would end if the unit `at` were the first behind it. */
function endBefore(units: readonly Unit[], from: number, at: number): number {
  let last = at - 1;
  while (last > from && units[last]?.pos === 'PUNCT' && units[last]?.quotation === null) last--;
  return units[last]?.end ?? 0;
}

/** A span without the white space and punctuation at its edges. */
function trimmed(text: string, [from, to]: Span): Span {
  const edge = /[\s\p{P}]/u;
  let start = from;
  let end = to;
  while (end > start && edge.test(text[end - 1] ?? '')) end--;
  while (start < end && edge.test(text[start] ?? '')) start++;
  return [start, end];
}
