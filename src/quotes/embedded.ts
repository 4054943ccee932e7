import { antecedentBefore } from './appositions.ts';
import type { Cue } from './cue.ts';
import { endOf, trim } from './extents.ts';
import { ANSWERING, CLAUSAL } from './lexicon/verbs.ts';
import { CLAIM_NOUNS, RELATIVE } from './lexicon/words.ts';
import { fullPhraseEndingAt, isComma, isFinite, type Range } from './phrases.ts';
import type { Unit } from './sentences.ts';
import type { Subject } from './subject-before.ts';

type Units = readonly Unit[];

/** A relative clause that a comma opens ends at the next one; another ends where the boundary model says. */
function relativeEnd(units: Units, cue: Cue, pronoun: number, start: number): number {
  const end = endOf(units, start, { frame: 'clause', start, addressee: null, preposition: '' }, cue);
  const comma = isComma(units[pronoun - 1])
    ? units.findIndex((unit, at) => at > start && at <= end && isComma(unit))
    : -1;
  return comma < 0 ? end : comma - 1;
}

/** ", an allegation | he denies": the claim by its name, behind the comma that ends what was claimed. */
function claimNamedBefore(units: Units, cue: Cue, speaker: Range): Range | null {
  const behind = units[cue.to + 1];
  const ends = behind === undefined || behind.pos === 'PUNCT' || behind.pos === 'CCONJ';
  if (!ends || !ANSWERING.has(cue.lemma) || !CLAIM_NOUNS.has(units[speaker.from - 1]?.lower ?? ''))
    return null;
  const claim = fullPhraseEndingAt(units, speaker.from - 1, 0);
  return claim !== null && isComma(units[claim.from - 1]) ? claim : null;
}

/**
 * The content of a saying that stands inside a relative clause: "which critics said | was unfair" has the pronoun and
 * what follows; "the charges, which he denied" has what the pronoun stands for.
 */
function relativeContent(units: Units, cue: Cue, speaker: Range): Range[] | null {
  const pronoun = speaker.from - 1;
  const named = claimNamedBefore(units, cue, speaker);
  if (named !== null) return [named];
  if (!RELATIVE.has(units[pronoun]?.lower ?? '')) return null;
  const next = units[cue.to + 1]?.pos === 'ADV' ? cue.to + 2 : cue.to + 1;
  if (CLAUSAL.has(cue.lemma) && isFinite(units[next])) {
    const rest = trim(units, next, relativeEnd(units, cue, pronoun, next));
    return rest === null ? null : [{ from: pronoun, to: pronoun }, rest];
  }
  const ends = units[next] === undefined || units[next]?.pos === 'PUNCT' || units[next]?.pos === 'CCONJ';
  const claim = ends && ANSWERING.has(cue.lemma) ? antecedentBefore(units, pronoun) : null;
  return claim === null ? null : [claim];
}

/** The content of a passive with its speaker behind it: "the arrest was confirmed by the ministry". */
function passiveContent(units: Units, cue: Cue): Range[] | null {
  if (!ANSWERING.has(cue.lemma) && !CLAUSAL.has(cue.lemma)) return null;
  const last = cue.from - 1;
  const claim = RELATIVE.has(units[last]?.lower ?? '')
    ? antecedentBefore(units, last)
    : fullPhraseEndingAt(units, last, 0);
  return claim === null ? null : [claim];
}

/** The content of a cue that has none behind it and none before a comma; null where there is none at all. */
export function embeddedContent(units: Units, cue: Cue, subject: Subject): Range[] | null {
  if (cue.kind !== 'verb' || subject.range === null) return null;
  if (cue.passive) return subject.kind === 'agent' ? passiveContent(units, cue) : null;
  return subject.kind === 'before' ? relativeContent(units, cue, subject.range) : null;
}
