import type { Stance } from '../../records/quote.ts';
import type { Witness } from './docket.ts';
import { phraseAt, type PhraseMatch, type StanceClass } from './stance-phrases.ts';
import { isNegator } from './word-lists.ts';
import type { Word } from './words.ts';

/** What a report phrase may say of a quote with this stance, the neutral "said" aside. */
function classesFor(stance: Stance, witness: Witness): readonly StanceClass[] {
  if (stance !== 'declined') return [stance];
  if (witness.classes.has('declined')) return ['declined'];
  if (witness.classes.has('no_response')) return ['no_response'];
  return witness.classes.has('unconfirmed') ? ['unconfirmed', 'declined'] : ['declined'];
}

/** Of these stances, a content that was not uttered may be what the speaker denied or would not say. */
const ANSWERING: ReadonlySet<Stance> = new Set(['denied', 'disputed', 'declined']);

const LINKING = new Set(['to', 'or', 'nor', 'neither', 'not', 'would', 'could', 'did', 'on', 'for']);

function standsInEvidence(phrase: PhraseMatch, words: readonly Word[], witness: Witness): boolean {
  return words
    .slice(0, phrase.length)
    .every((word) => LINKING.has(word.stem) || witness.stems.has(word.stem));
}

/** Rule V7: whether the report phrase says of the speaker what the stored stance says; `words` begin with the phrase. */
export function phraseFits(phrase: PhraseMatch, words: readonly Word[], witness: Witness): boolean {
  if (phrase.loaded && !standsInEvidence(phrase, words, witness)) return false;
  if (phrase.stanceClass === 'said') return witness.uttered || !ANSWERING.has(witness.stance);
  return classesFor(witness.stance, witness).includes(phrase.stanceClass);
}

/** The words after the report phrase without neutral ones such as "saying"; null when another stance or a negator is among them. */
export function withoutReporting(rest: readonly Word[]): readonly Word[] | null {
  const kept: Word[] = [];
  let at = 0;
  for (let word = rest[at]; word !== undefined; word = rest[at]) {
    const phrase = phraseAt(rest, at);
    const noun = word.text === 'claim' || word.text === 'claims';
    if (phrase !== null && phrase.stanceClass !== 'said' && !noun) return null;
    if (isNegator(word.stem)) return null;
    if (phrase === null || noun) kept.push(word);
    at += noun ? 1 : (phrase?.length ?? 1);
  }
  return kept;
}
