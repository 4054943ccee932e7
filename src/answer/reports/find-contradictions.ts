import type { AnswerQuote } from '../../records/answer.ts';
import type { Stance } from '../../records/quote.ts';
import { dayOf } from '../days.ts';
import { speakerKey } from '../speakers.ts';
import { FREE_WORDS, HEDGES, isNegator } from '../verify/word-lists.ts';
import { stemsOf } from '../verify/words.ts';

/** Two quotes that can't both be right. */
export interface Contradiction {
  readonly denial: AnswerQuote;
  readonly assertion: AnswerQuote;
  readonly sameSpeaker: boolean;
  /** How much of the shorter one's matter the two share, 0 to 1. */
  readonly shared: number;
}

/** Of the shorter one's words of matter, this part must be the other's too, and this many. */
const MIN_SHARED = 0.5;
const MIN_WORDS = 2;
/** One statement stands in this many pairs at most, and a report holds this many. */
const MAX_USES = 2;
const MAX_PAIRS = 8;

const ASSERTING: ReadonlySet<Stance> = new Set(['confirmed', 'claimed']);
const LIGHT = new Set(
  stemsOf('there he she they we i his her their our us its said told one no yes from to by with for on at'),
);

interface Matter {
  readonly quote: AnswerQuote;
  /** Stems of what it is about: content and the claim it answers, without function words, negators and hedges. */
  readonly stems: ReadonlySet<string>;
  readonly negated: boolean;
  readonly hedged: boolean;
}

function matterOf(quote: AnswerQuote): Matter {
  const content = stemsOf(quote.content.text);
  // "They are accurate" is about a report; what is only claimed has to say itself what happened.
  const answered = quote.stance === 'claimed' ? [] : stemsOf(quote.answers?.text ?? '');
  const weighty = [...content, ...answered].filter(
    (stem) => !FREE_WORDS.has(stem) && !HEDGES.has(stem) && !LIGHT.has(stem) && !isNegator(stem),
  );
  return {
    quote,
    stems: new Set(weighty),
    negated: content.some(isNegator),
    hedged: content.some((stem) => HEDGES.has(stem)),
  };
}

function sharePart(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const smaller = Math.min(left.size, right.size);
  const common = left.intersection(right).size;
  return smaller === 0 || common < MIN_WORDS ? 0 : common / smaller;
}

/**
 * Pairs of quotes of which one denies what the other asserts: precise rather than complete. The denial is a denial by its
 * stance; the assertion confirms or claims, without any negation or hedge in its words; and both share most of their
 * matter, or one confirms the very topic that the other denies. A speaker against themselves comes first, then the pairs that share most, then the newest.
 */
export function findContradictions(quotes: readonly AnswerQuote[], topic: string): readonly Contradiction[] {
  const topicStems = new Set(stemsOf(topic));
  const matters = quotes.filter(({ speaker }) => speaker !== null).map(matterOf);
  const denials = matters.filter(({ quote }) => quote.stance === 'denied' && !isDoubled(quote));
  const assertions = matters.filter(
    ({ quote, negated, hedged }) => ASSERTING.has(quote.stance) && !negated && !hedged,
  );
  const pairs = denials.flatMap((denial) =>
    assertions.flatMap((assertion): readonly Contradiction[] => {
      const onTopic = topicStems.size >= MIN_WORDS && assertion.quote.stance === 'confirmed';
      const both = [denial, assertion].every(({ stems }) => topicStems.isSubsetOf(stems));
      const shared = onTopic && both ? 1 : sharePart(denial.stems, assertion.stems);
      const sameSpeaker = speakerKey(denial.quote) === speakerKey(assertion.quote);
      const pair = { denial: denial.quote, assertion: assertion.quote, sameSpeaker, shared };
      return shared >= MIN_SHARED ? [pair] : [];
    }),
  );
  return keepBest(pairs.toSorted(byWeight));
}

/** "denied that no missile was sent" asserts by denying: nobody can tell which by its words alone. */
function isDoubled({ kind, content }: AnswerQuote): boolean {
  return kind !== 'direct' && stemsOf(content.text).some(isNegator);
}

function byWeight(left: Contradiction, right: Contradiction): number {
  if (left.sameSpeaker !== right.sameSpeaker) return left.sameSpeaker ? -1 : 1;
  if (left.shared !== right.shared) return right.shared - left.shared;
  return newest(right) < newest(left) ? -1 : 1;
}

function newest({ denial, assertion }: Contradiction): string {
  return [dayOf(denial), dayOf(assertion)].sort().at(-1) ?? '';
}

function keepBest(pairs: readonly Contradiction[]): readonly Contradiction[] {
  const uses = new Map<string, number>();
  const kept: Contradiction[] = [];
  for (const pair of pairs) {
    const ids = [pair.denial.id, pair.assertion.id];
    if (kept.length === MAX_PAIRS || ids.some((id) => (uses.get(id) ?? 0) >= MAX_USES)) continue;
    for (const id of ids) uses.set(id, (uses.get(id) ?? 0) + 1);
    kept.push(pair);
  }
  return kept;
}
