import { SUBORDINATORS } from './clauses.ts';
import { CLAUSAL, CUE_VERBS } from './lexicon/verbs.ts';
import { CUE_NOUNS, RELATIVE } from './lexicon/words.ts';
import {
  fullPhraseEndingAt,
  isComma,
  isDash,
  isFinite,
  isHead,
  isTime,
  isVerb,
  nounPhraseEndingAt,
  type Range,
} from './phrases.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

/** Whether the words before a comma are an introduction ("On Monday,") and no part of a longer list of names. */
function startsClause(units: Units, comma: number): boolean {
  const first = units[0];
  if (first === undefined) return false;
  const opener =
    first.pos === 'ADP' ||
    first.pos === 'ADV' ||
    first.pos === 'SCONJ' ||
    first.pos === 'CCONJ' ||
    first.pos === 'VERB';
  return (
    opener ||
    isTime(units, { from: 0, to: comma - 1 }) ||
    units.slice(0, comma).some(isVerb) ||
    units[comma - 1]?.quotation !== null
  );
}

const isPlural = (unit: Unit | undefined): boolean =>
  isHead(unit) && unit !== undefined && unit.lower.endsWith('s');

/** The noun that a participle or adjective hangs on: "voters going to the polls say", "people close to the talks say". */
export function beyondParticiple(units: Units, phrase: Range | null): Range | null {
  let from = phrase?.from ?? 0;
  for (let steps = 0; steps < 4 && from > 1; steps++) {
    const tied = units[from - 1]?.pos === 'ADP' || units[from - 1]?.lower === 'to';
    const before = tied ? from - 2 : from - 1;
    const verb = units[before];
    // The tagger takes many participles for nouns: "skippers sailing to the coast".
    const participle =
      (verb?.pos === 'VERB' && /(?:ing|ed|en)$/u.test(verb.lower)) ||
      (tied && verb?.pos === 'NOUN' && verb.lower.endsWith('ing') && isPlural(units[before - 1]));
    if ((participle || (tied && verb?.pos === 'ADJ')) && isHead(units[before - 1]))
      return fullPhraseEndingAt(units, before - 1, 0) ?? phrase;
    const outer = tied ? nounPhraseEndingAt(units, before) : null;
    if (outer === null) return phrase;
    from = outer.from;
  }
  return phrase;
}

/** The noun phrase before a comma that closes an apposition or a relative clause: "Hale, the aid chief, said". */
export function beforeApposition(units: Units, comma: number): Range | null {
  const closes = units[comma]?.lower;
  for (let at = comma - 1; at > 0 && at > comma - 40; at--) {
    const unit = units[at];
    if (unit === undefined) return null;
    const opens = closes === ',' || closes === '' ? isComma(unit) : isDash(unit) || unit.lower === '(';
    if (!opens) continue;
    const named = fullPhraseEndingAt(units, at - 1, 0);
    if (named === null || isTime(units, named)) continue;
    const phrase = beyondParticiple(units, named) ?? named;
    const left = units[phrase.from - 1];
    const inner = units[at + 1];
    const listed = isComma(left) && !(inner !== undefined && RELATIVE.has(inner.lower));
    const anchored =
      left === undefined ||
      left.quotation !== null ||
      left.pos === 'SCONJ' ||
      left.pos === 'CCONJ' ||
      left.pos === 'ADV' ||
      isDash(left) ||
      left.lower === ':' ||
      left.lower === 'as' ||
      left.lower === '(' ||
      left.lower === 'that' ||
      SUBORDINATORS.has(left.lower) ||
      (isComma(left) && !listed);
    if (anchored) return phrase;
    if (listed && startsClause(units, phrase.from - 1)) return phrase;
  }
  return null;
}

/** A name at a clause's start with a comma between it and its verb: "Rep. Ann Hale (D-R.I.), said". */
export function beforeStrayComma(units: Units, comma: number): Range | null {
  const phrase = fullPhraseEndingAt(units, comma - 1, 0);
  if (phrase === null || isTime(units, phrase) || units[phrase.to]?.lower !== ')') return null;
  const left = units[phrase.from - 1];
  return left === undefined || isComma(left) || left.pos === 'CCONJ' ? phrase : null;
}

/** The name that an apposition explains: "General Velt, the officer who denied it". */
export function namedBefore(units: Units, apposition: Range): Range | null {
  if (!isComma(units[apposition.from - 1])) return null;
  const name = fullPhraseEndingAt(units, apposition.from - 2, 0);
  return name !== null && name.from === 0 && units[name.to]?.capital === true && !isTime(units, name)
    ? name
    : null;
}

const SPEAKING_DETERMINERS = new Set('some many most others several few both all another'.split(' '));

/** What the tagger takes for adjectives or a determiner alone, where a noun must stand: "the incumbent", "some". */
export function adjectivePhraseEndingAt(units: Units, at: number): Range | null {
  const unit = units[at];
  if (unit === undefined) return null;
  if (SPEAKING_DETERMINERS.has(unit.lower) && unit.pos !== 'ADV') return { from: at, to: at };
  if (unit.pos !== 'ADJ') return null;
  for (let from = at - 1; from >= 0 && from > at - 8; from--) {
    const before = units[from];
    if (before === undefined || before.quotation !== null) return null;
    if (before.pos === 'DET') return { from, to: at };
    const inside =
      /^(?:ADJ|NOUN|PROPN|NUM)$/u.test(before.pos) || isDash(before) || before.lower.endsWith('ed');
    if (!inside) return null;
  }
  return null;
}

/** What a relative pronoun stands for: "the charges" in "the charges, which he denied". */
export function antecedentBefore(units: Units, pronoun: number): Range | null {
  const gap = isComma(units[pronoun - 1]) || isDash(units[pronoun - 1]) ? pronoun - 2 : pronoun - 1;
  return fullPhraseEndingAt(units, gap, 0);
}

/** Nouns that a clause without a pronoun hangs on: "a claim | Amery has called untrue". */
const CLAIMED = new Set([
  ...CUE_NOUNS,
  ...'plan idea move decision way moment time day thing reason policy law bill deal case issue project'.split(
    ' ',
  ),
]);

/** "the plan which critics said": the pronoun belongs to the clause, not to its subject. */
export function withoutRelative(units: Units, phrase: Range): Range {
  const first = units[phrase.from]?.lower ?? '';
  const relative = first === 'which' || (first === 'that' && isHead(units[phrase.from - 1]));
  if (relative && phrase.to > phrase.from) return { from: phrase.from + 1, to: phrase.to };
  for (let at = phrase.to; at > phrase.from; at--) {
    const own = units[at];
    const noun = units[at - 1];
    if (own?.capital !== true) break;
    const clause = CLAIMED.has(noun?.lower ?? '') || /^an?$/u.test(units[phrase.from]?.lower ?? '');
    if (noun?.capital === false && noun.pos === 'NOUN' && clause) return { from: at, to: phrase.to };
  }
  return phrase;
}

/** "The officers who met the mayor said": not the mayor said it, but the officers. */
export function antecedentOf(units: Units, object: Range): Range | null {
  for (let at = object.from - 1; at > 0 && at > object.from - 25; at--) {
    const unit = units[at];
    if (unit === undefined || isComma(unit) || unit.quotation !== null) return null;
    if (unit.pos === 'VERB' && CLAUSAL.has(CUE_VERBS.get(unit.lower)?.lemma ?? '')) return null;
    if (unit.lower === 'that' && !(isHead(units[at - 1]) && isVerb(units[at + 1]))) return null;
    if (!RELATIVE.has(unit.lower) || unit.lower === 'whom') continue;
    return units.slice(at + 1, object.from).some(isFinite) ? fullPhraseEndingAt(units, at - 1, 0) : null;
  }
  return null;
}

/** "Hale, recalling the day, said …": the name before the comma, where the sentence or clause begins with it. */
export function beforeComma(units: Units, comma: number): Range | null {
  const phrase = fullPhraseEndingAt(units, comma - 1, 0);
  return phrase !== null && !isTime(units, phrase) ? phrase : null;
}
