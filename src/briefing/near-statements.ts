import { speakerKey } from '../answer/speakers.ts';
import { HEDGES, isNegator } from '../answer/verify/word-lists.ts';
import { stemsOf } from '../answer/verify/words.ts';
import type { StoredQuote } from '../records/search.ts';
import { isStopWord } from '../search/stop-words.ts';

/** Shorter statements are alike by chance. */
const FEWEST_WORDS = 8;

/**
 * Whether a quote says no more than another one that was told, such as a copy that an editor shortened or touched up: the same
 * speaker and stance, the very same negations, and every word that means something stands in the other one, as often.
 */
export function saysNoMore(quote: StoredQuote, told: StoredQuote): boolean {
  if (quote.stance !== told.stance || speakerKey(quote) !== speakerKey(told)) return false;
  const words = stemsOf(quote.content.text);
  if (words.length < FEWEST_WORDS) return false;
  const left = countOf(stemsOf(told.content.text));
  for (const word of words) {
    const times = left.get(word) ?? 0;
    if (times <= 0 && tells(word)) return false;
    left.set(word, times - 1);
  }
  return ![...left].some(([word, times]) => times > 0 && isNegator(word));
}

/** Whether a word tells something: "about" in place of "for" does not, "would" in place of "will" does. */
const tells = (word: string): boolean => isNegator(word) || HEDGES.has(word) || !isStopWord(word);

function countOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
