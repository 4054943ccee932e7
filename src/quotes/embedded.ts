import { antecedentBefore } from './appositions.ts';
import type { Cue } from './cue.ts';
import { endOf, trim } from './extents.ts';
import { ANSWERING, CLAUSAL } from './lexicon/verbs.ts';
import { RELATIVE } from './lexicon/words.ts';
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

/**
 * The content of a saying that stands inside a relative clause: "which critics said | was unfair" has the pronoun and
 * what follows; "the charges, which he denied" has what the pronoun stands for.
 */
function relativeContent(units: Units, cue: Cue, speaker: Range): Range[] | null {
  const pronoun = speaker.from - 1;
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
