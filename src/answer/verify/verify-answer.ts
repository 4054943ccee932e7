import type { AnswerSentence } from '../../records/answer.ts';
import { mustStop } from './characters.ts';
import type { Docket } from './docket.ts';
import { normalise } from './normalise.ts';
import { verifySentence, type ProposedSentence, type Rule } from './verify-sentence.ts';

/** A sentence that may not be shown: its place in what the model wrote, and the rule it breaks. */
export interface Rejection {
  readonly index: number;
  readonly rule: Rule;
}

export interface AnswerVerdict {
  readonly accepted: readonly AnswerSentence[];
  readonly rejected: readonly Rejection[];
  /** Rule V0: the whole answer is thrown away, and nothing of it is repaired. */
  readonly stopped: boolean;
}

const MAX_SENTENCES_PER_QUOTE = 2;

/** Rule V11: no sentence twice, and no quote in more than two sentences. A repetition is dropped, not held against the rest. */
function withoutRepetition(sentences: readonly AnswerSentence[]): readonly AnswerSentence[] {
  const seen = new Set<string>();
  const uses = new Map<string, number>();
  return sentences.filter(({ text, quoteIds }) => {
    const key = normalise(text);
    if (seen.has(key) || quoteIds.some((id) => (uses.get(id) ?? 0) >= MAX_SENTENCES_PER_QUOTE)) return false;
    seen.add(key);
    for (const id of quoteIds) uses.set(id, (uses.get(id) ?? 0) + 1);
    return true;
  });
}

/**
 * Checks a model's whole answer by the rules V0 to V11. The accepted sentences show stored slices and the ids of the
 * store; nothing else of the answer may be shown. Total, pure, linear in its input.
 */
export function verifyAnswer(
  proposed: readonly ProposedSentence[],
  docket: Docket,
  canary: string,
): AnswerVerdict {
  const texts = proposed.map((sentence) => sentence.text);
  if (mustStop(texts, canary)) return { accepted: [], rejected: [], stopped: true };
  const accepted: AnswerSentence[] = [];
  const rejected: Rejection[] = [];
  proposed.forEach((sentence, index) => {
    const verdict = verifySentence(sentence, docket);
    if ('sentence' in verdict) accepted.push(verdict.sentence);
    else rejected.push({ index, rule: verdict.rule });
  });
  return { accepted: withoutRepetition(accepted), rejected, stopped: false };
}
