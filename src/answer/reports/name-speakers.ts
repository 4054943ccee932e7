import type { AnswerQuote } from '../../records/answer.ts';
import { speakerLabel } from '../../records/quote.ts';
import { isNamed, speakerKey } from '../speakers.ts';
import { stemsOf } from '../verify/words.ts';

/** The quotes of the one speaker that a name stands for, or the speakers that it could stand for. */
export type NamedSpeaker =
  | { readonly quotes: readonly AnswerQuote[] }
  | { readonly candidates: readonly string[] };

/**
 * Whose statements are meant by `typed`. Where several named speakers bear it ("Brandt"), the one who is called exactly
 * so, else nobody: they are never mixed. A role or body ("Foreign Ministry") may have several people speak for it.
 */
export function nameSpeaker(typed: string, quotes: readonly AnswerQuote[]): NamedSpeaker {
  const wanted = stemsOf(typed);
  const bearers = quotes.filter(({ speaker }) => {
    const stems = new Set(stemsOf(speaker?.name ?? ''));
    return isNamed(speaker) && wanted.every((stem) => stems.has(stem));
  });
  if (bearers.length === 0) return { quotes };
  const byKey = Map.groupBy(bearers, speakerKey);
  const exact = [...byKey.values()].find(
    ([first]) =>
      first?.speaker != null && stemsOf(speakerLabel(first.speaker)).join(' ') === wanted.join(' '),
  );
  if (exact !== undefined) return { quotes: exact };
  if (byKey.size === 1) return { quotes: bearers };
  return {
    candidates: [...byKey.values()].flatMap(([first]) => (first === undefined ? [] : [describe(first)])),
  };
}

function describe({ speaker }: AnswerQuote): string {
  if (speaker === null) return '';
  return speaker.role === null ? speakerLabel(speaker) : `${speakerLabel(speaker)} (${speaker.role})`;
}
