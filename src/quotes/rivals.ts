import type { Span } from '../records/span.ts';
import type { Candidate } from './candidates.ts';
import { ANSWERING } from './lexicon/verbs.ts';

/** A statement as far as it matters for which of two that claim the same words is kept. */
export interface Rival {
  readonly candidate: Candidate | null;
  readonly content: readonly Span[];
  readonly confidence: number;
}

/** Two contents that share this much of their words are one statement found twice. Chosen by cross-validation. */
const SAME_WORDS = 0.35;

/** How much surer a statement must be that stands inside another one's reported words. Chosen by cross-validation. */
const REPORTED_MARGIN = 1.5;

/** Of two statements that claim the same words the surer one stays, and the one who reports goes before the reported. */
export function isBeatenBy(one: Rival, other: Rival): boolean {
  if (isWithin(one, other)) return true;
  const reported = isReported(one, other);
  if (reported && ANSWERING.has(one.candidate?.cue.lemma ?? '')) return false;
  if (reported && one.confidence < REPORTED_MARGIN) return true;
  if (answersBehind(one, other)) return false;
  if (isEchoOf(other, one) || overlap(one, other) <= SAME_WORDS) return false;
  const margin = reported ? -REPORTED_MARGIN : isReported(other, one) ? REPORTED_MARGIN : 0;
  return other.confidence > one.confidence + margin;
}

/** "took bribes, which he denies": what is denied is the other one's claim, and the denial stands outside of it. */
function answersBehind({ candidate }: Rival, other: Rival): boolean {
  if (candidate === null || !ANSWERING.has(candidate.cue.lemma) || candidate.side !== 'around') return false;
  const { head } = candidate.cue;
  return other.candidate?.ranges.every((range) => range.to < head) ?? false;
}

/** "declined" within "declined to say", which has its own content. */
function isWithin(one: Rival, other: Rival): boolean {
  const inner = one.candidate?.cue;
  const outer = other.candidate?.cue;
  return (
    inner !== undefined &&
    outer !== undefined &&
    outer.kind === 'verb' &&
    outer.from <= inner.from &&
    inner.head < outer.head &&
    inner.kind === 'verb'
  );
}

/** A noun without a speaker inside another statement's content ("rejected reports that …") says nothing of its own. */
export function isEchoOf(one: Rival, other: Rival): boolean {
  if (one.candidate?.cue.kind !== 'noun' || one.candidate.subject.range !== null) return false;
  const inner = one.candidate.cue.head;
  return other.candidate?.ranges.some((range) => range.from <= inner && inner <= range.to) ?? false;
}

/** Whether one's cue is part of what the other reports: "said the footage showed …". */
function isReported(one: Rival, other: Rival): boolean {
  const head = one.candidate?.cue.head ?? -1;
  return other.candidate?.ranges.some((range) => range.from <= head && head <= range.to) ?? false;
}

function overlap(one: Rival, other: Rival): number {
  let shared = 0;
  let total = 0;
  for (const [start, end] of one.content) {
    total += end - start;
    for (const [from, to] of other.content) shared += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  const size = other.content.reduce((sum, [start, end]) => sum + end - start, 0);
  return shared / Math.max(1, total + size - shared);
}
