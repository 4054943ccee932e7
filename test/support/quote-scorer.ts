import type { Quote } from '../../src/records/quote.ts';
import type { Span } from '../../src/records/span.ts';
import type { ExpectedQuote } from './quote-corpus.ts';

/** One text, what it is expected to hold and what was found in it. */
export interface ScoredText {
  readonly text: string;
  readonly expected: readonly ExpectedQuote[];
  readonly found: readonly Quote[];
}

export const MEASURES = [
  'exact',
  'relaxed',
  'joint',
  'speaker',
  'role',
  'anonymous',
  'kind',
  'stance',
  'saidOn',
  'via',
  'answers',
] as const;
type Measure = (typeof MEASURES)[number];

/**
 * `exact`, `relaxed` and `joint` are F1 over quotes: the same words; at least half of their union shared; that and the
 * right speaker. The rest are the share that is right among pairs matched `relaxed` and judged by the case. All from 0
 * to 1. Marks and punctuation at the edges, and a "that" in front, make no difference.
 */
export type Scores = Readonly<Record<Measure, number>>;

const WORD = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu;

/** The places of the words that stand in `spans`, each as where it starts. */
function wordsAt(text: string, spans: readonly Span[]): ReadonlySet<number> {
  const starts = spans.flatMap(([start, end]) =>
    [...text.slice(start, end).matchAll(WORD)].map((word) => ({ at: start + word.index, word: word[0] })),
  );
  const [first] = starts;
  const skipped = first?.word.toLowerCase() === 'that' && starts.length > 1 ? starts.slice(1) : starts;
  return new Set(skipped.map(({ at }) => at));
}

function shared(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  const both = left.intersection(right).size;
  return both === 0 ? 0 : both / (left.size + right.size - both);
}

interface Pair {
  readonly expected: ExpectedQuote;
  readonly found: Quote;
}

/** Pairs that share at least `threshold` of their words, best first, each quote once. */
function match({ text, expected, found }: ScoredText, threshold: number): readonly Pair[] {
  const wanted = expected.map((quote) => ({ quote, words: wordsAt(text, quote.content) }));
  const given = found.map((quote) => ({ quote, words: wordsAt(text, quote.content.spans) }));
  const candidates = wanted
    .flatMap((want) => given.map((give) => ({ want, give, share: shared(want.words, give.words) })))
    .filter(({ share }) => share >= threshold)
    .toSorted((a, b) => b.share - a.share);
  const taken = new Set<object>();
  return candidates.flatMap(({ want, give }) => {
    if (taken.has(want) || taken.has(give)) return [];
    taken.add(want).add(give);
    return [{ expected: want.quote, found: give.quote }];
  });
}

function folded(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:the|mr|mrs|ms|dr)\b\.?/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function sameWords(left: string | null, right: string | null): boolean {
  return left === null || right === null ? left === right : folded(left) === folded(right);
}

function overlaps(spans: readonly Span[], [start, end]: Span): boolean {
  return spans.some((span) => span[0] < end && start < span[1]);
}

/** A name must be the right one; where the case asks for none, or doesn't judge it, the mention must be the right one. */
function isSpeakerRight({ expected, found }: Pair): boolean {
  if (expected.speaker === null || found.speaker === null) return expected.speaker === found.speaker;
  const { name, mention } = expected.speaker;
  if (typeof name === 'string') return sameWords(name, found.speaker.name);
  return overlaps([found.speaker.mention], mention) && (name === undefined || found.speaker.name === null);
}

/** Whether an attribute is right; null where the case doesn't judge it, or where neither side has it. */
const ATTRIBUTES = {
  speaker: isSpeakerRight,
  role: ({ expected, found }) =>
    expected.speaker?.role === undefined
      ? null
      : sameWords(expected.speaker.role, found.speaker?.role ?? null),
  anonymous: ({ expected, found }) =>
    expected.speaker?.anonymous === undefined
      ? null
      : expected.speaker.anonymous === found.speaker?.anonymous,
  kind: ({ expected, found }) => (expected.kind === undefined ? null : expected.kind === found.kind),
  stance: ({ expected, found }) => (expected.stance === undefined ? null : expected.stance === found.stance),
  saidOn: ({ expected: { saidOn }, found }) => {
    if (saidOn === undefined || (saidOn === null && found.saidOn === null)) return null;
    return saidOn?.[0] === found.saidOn?.from && saidOn?.[1] === found.saidOn?.to;
  },
  via: ({ expected: { via }, found }) =>
    via === undefined || (via === null && found.via === null)
      ? null
      : sameWords(via, found.via?.name ?? null),
  answers: ({ expected: { answers }, found }) => {
    if (answers === undefined || (answers === null && found.answers === null)) return null;
    return answers !== null && overlaps(found.answers?.spans ?? [], answers);
  },
} satisfies Readonly<Record<string, (pair: Pair) => boolean | null>>;

function f1(hits: number, expected: number, found: number): number {
  return expected + found === 0 ? 1 : (2 * hits) / (expected + found);
}

function rightShare(pairs: readonly Pair[], isRight: (pair: Pair) => boolean | null): number {
  const judged = pairs.map(isRight).filter((right) => right !== null);
  return judged.length === 0 ? 0 : judged.filter(Boolean).length / judged.length;
}

/** The scores over all texts together. */
export function scoreQuotes(texts: readonly ScoredText[]): Scores {
  const expected = texts.reduce((sum, text) => sum + text.expected.length, 0);
  const found = texts.reduce((sum, text) => sum + text.found.length, 0);
  const relaxed = texts.flatMap((text) => match(text, 0.5));
  const exact = texts.flatMap((text) => match(text, 1));
  const right = (attribute: keyof typeof ATTRIBUTES): number => rightShare(relaxed, ATTRIBUTES[attribute]);
  return {
    exact: f1(exact.length, expected, found),
    relaxed: f1(relaxed.length, expected, found),
    joint: f1(relaxed.filter(isSpeakerRight).length, expected, found),
    speaker: right('speaker'),
    role: right('role'),
    anonymous: right('anonymous'),
    kind: right('kind'),
    stance: right('stance'),
    saidOn: right('saidOn'),
    via: right('via'),
    answers: right('answers'),
  };
}
