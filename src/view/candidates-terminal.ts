import type { SpeakerCandidate } from '../records/answer.ts';
import type { Words } from '../words/words.ts';
import { neutraliseLine } from './neutral.ts';

/** Speakers of whom one is meant, each with what to type to ask about that one alone. */
export function writeCandidates(
  candidates: readonly SpeakerCandidate[],
  { cards }: Words,
  write: (text: string, style?: 'bold' | 'dim', indent?: number) => void,
): void {
  for (const { id, name, about } of candidates) {
    write(neutraliseLine(about === null ? name : `${name}, ${about}`), 'bold', 2);
    write(cards.askWith(neutraliseLine(id ?? name)), 'dim', 6);
  }
}
