import type { Cue } from './cues.ts';
import { CUE_VERBS } from './lexicon/verbs.ts';
import { RELATIVE, TIME_WORDS } from './lexicon/words.ts';
import {
  fullPhraseEndingAt,
  fullPhraseStartingAt,
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

type SubjectKind = 'before' | 'after' | 'apposition' | 'relative' | 'shared' | 'agent' | 'possessor' | 'none';

/** Who the grammar says is speaking: the units of the mention, and how it was found. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly range: Range | null;
}

type Units = readonly Unit[];

const NEVER_INVERTED = new Set(['tell', 'assure', 'inform', 'remind']);
const NONE: Subject = { kind: 'none', range: null };

/** The noun phrase before a comma that closes an apposition or a relative clause: "Hale, the aid chief, said". */
function beforeApposition(units: Units, comma: number): Range | null {
  const closes = units[comma]?.lower;
  for (let at = comma - 1; at > 0 && at > comma - 40; at--) {
    const unit = units[at];
    if (unit === undefined) return null;
    const opens = closes === ',' || closes === '' ? isComma(unit) : isDash(unit) || unit.lower === '(';
    if (!opens) continue;
    const phrase = fullPhraseEndingAt(units, at - 1, 0);
    if (phrase === null || isTime(units, phrase)) continue;
    const left = units[phrase.from - 1];
    const inner = units[at + 1];
    const listed = isComma(left) && !(inner !== undefined && RELATIVE.has(inner.lower));
    const anchored =
      left === undefined ||
      left.quotation !== null ||
      left.pos === 'SCONJ' ||
      left.pos === 'CCONJ' ||
      isDash(left) ||
      left.lower === ':' ||
      left.lower === 'as' ||
      left.lower === '(' ||
      left.lower === 'that' ||
      (isComma(left) && !listed);
    if (anchored) return phrase;
    if (listed && startsClause(units, phrase.from - 1)) return phrase;
  }
  return null;
}

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

/** The subject of a sentence's first finite verb: what ", and said" goes back to. */
function mainSubject(units: Units, before: number): Range | null {
  const verb = units.findIndex((unit, index) => index > 0 && index < before && isFinite(unit));
  if (verb < 0) return null;
  const subject = subjectBefore(units, verb, 1);
  return subject.kind === 'before' || subject.kind === 'apposition' ? subject.range : null;
}

/** The subject of the finite verb before `at` whose clause this verb shares: "Kerry left and said". */
function sharedSubject(units: Units, at: number, depth: number): Range | null {
  if (depth > 1) return null;
  const coordinated = units[at - 1]?.pos === 'CCONJ' && isComma(units[at - 2]);
  const main = coordinated && depth === 0 ? mainSubject(units, at) : null;
  if (main !== null) return main;
  let nearest: Range | null = null;
  for (let index = at - 1; index > 0; index--) {
    const unit = units[index];
    if (unit === undefined || !isFinite(unit)) continue;
    const speaks = unit.pos === 'VERB' && CUE_VERBS.has(unit.lower);
    if (nearest !== null && !speaks) continue;
    if (units[index - 1]?.lower === 'to' || (unit.pos === 'VERB' && units[index + 1]?.lower === 'by'))
      continue;
    const subject = subjectBefore(units, groupFrom(units, index), depth + 1);
    if (subject.range === null) continue;
    if (speaks) return subject.range;
    if (subject.kind !== 'relative') nearest = subject.range;
  }
  return nearest;
}

/** The first auxiliary, adverb or particle of the verb group that ends at `index`. */
function groupFrom(units: Units, index: number): number {
  let from = index;
  while (from > 0 && /^(?:AUX|ADV|PART)$/u.test(units[from - 1]?.pos ?? '')) from--;
  return from;
}

/** The name that an apposition explains: "General Velt, the officer who denied it". */
function namedBefore(units: Units, apposition: Range): Range | null {
  if (!isComma(units[apposition.from - 1])) return null;
  const name = fullPhraseEndingAt(units, apposition.from - 2, 0);
  return name !== null && name.from === 0 && units[name.to]?.capital === true && !isTime(units, name)
    ? name
    : null;
}

/** The subject that stands before a verb group starting at `verb`. */
function subjectBefore(units: Units, verb: number, depth = 0): Subject {
  let at = verb - 1;
  while (at >= 0 && units[at]?.pos === 'ADV') at--;
  const unit = units[at];
  if (unit === undefined) return NONE;
  if (unit.quotation !== null) {
    const behind = beforeApposition(units, at);
    return behind !== null && RELATIVE.has(units[behind.to + 2]?.lower ?? '')
      ? { kind: 'apposition', range: behind }
      : NONE;
  }
  if (RELATIVE.has(unit.lower) && unit.lower !== 'that') {
    const gap = isComma(units[at - 1]) || isDash(units[at - 1]) ? at - 2 : at - 1;
    const antecedent = fullPhraseEndingAt(units, gap, 0);
    return {
      kind: 'relative',
      range: antecedent === null ? { from: at, to: at } : (namedBefore(units, antecedent) ?? antecedent),
    };
  }
  if (unit.pos === 'ADJ' && units[at - 1]?.pos === 'DET')
    return { kind: 'before', range: { from: at - 1, to: at } };
  const base = isHead(unit) || unit.lower === ')' ? nounPhraseEndingAt(units, at) : null;
  if (base !== null && isTime(units, base)) {
    const before = units[base.from - 1]?.pos === 'ADP' ? base.from - 1 : base.from;
    return before > 0 ? subjectBefore(units, before, depth + 1) : NONE;
  }
  const phrase = base === null ? null : fullPhraseEndingAt(units, at, 0);
  if (phrase !== null) return { kind: 'before', range: phrase };
  if (isComma(unit) || isDash(unit) || unit.lower === ')') {
    const outer = beforeApposition(units, at);
    if (outer !== null) return { kind: 'apposition', range: outer };
  }
  const shared = sharedSubject(units, at + 1, depth);
  return shared === null ? NONE : { kind: 'shared', range: shared };
}

/** The agent of a passive: "was announced by the ministry". */
function agent(units: Units, from: number): Range | null {
  for (let at = from; at < units.length && at < from + 12; at++) {
    const unit = units[at];
    if (unit === undefined || unit.quotation !== null || unit.lower === ',' || isVerb(unit)) return null;
    if (unit.lower === 'by') return fullPhraseStartingAt(units, at + 1);
  }
  return null;
}

/** Whether a verb stands behind its content and before its speaker: `"…," said Perry`. */
function isInverted(units: Units, cue: Cue): boolean {
  const before = units[cue.from - 1];
  if (cue.form === 'ing' || cue.passive || cue.infinitive) return false;
  if (before !== undefined && before.quotation === null && !isComma(before) && !isDash(before)) return false;
  if (NEVER_INVERTED.has(cue.lemma)) return false;
  const quoted = units.slice(0, cue.from).some((unit) => unit.quotation !== null);
  if (quoted && before?.quotation == null && units[cue.from - 2]?.quotation == null) return false;
  const spoken = units.slice(0, cue.from).some((unit) => unit.quotation !== null || isFinite(unit));
  if (before !== undefined && !spoken) return false;
  const after = units[cue.to + 1];
  if (after === undefined || after.lower === 'that' || TIME_WORDS.has(after.lower)) return false;
  const phrase = fullPhraseStartingAt(units, cue.to + 1);
  return phrase !== null && !isFinite(units[phrase.to + 1]);
}

/** The speaker of a nominal cue: its possessor, or "by" behind it. */
function possessor(units: Units, cue: Cue): Subject {
  for (let at = cue.head - 1; at >= 0 && at > cue.head - 5; at--) {
    const unit = units[at];
    if (unit === undefined) break;
    if (unit.lower === "'s" || unit.lower === "'") {
      const phrase = nounPhraseEndingAt(units, at - 1);
      return phrase === null ? NONE : { kind: 'possessor', range: phrase };
    }
    if (['his', 'her', 'their', 'its', 'my', 'our'].includes(unit.lower))
      return { kind: 'possessor', range: { from: at, to: at } };
    if (unit.pos !== 'ADJ' && unit.pos !== 'NOUN' && unit.pos !== 'ADV') break;
  }
  const link = units[cue.to + 1]?.lower;
  if (link === 'by' || link === 'from') {
    const range = fullPhraseStartingAt(units, cue.to + 2);
    if (range !== null) return { kind: 'agent', range };
  }
  return NONE;
}

/** Who speaks at a cue, by grammar alone. */
export function findSubject(units: Units, cue: Cue): Subject {
  if (cue.kind === 'according') {
    const range = fullPhraseStartingAt(units, cue.to + 1);
    return range === null ? NONE : { kind: 'after', range };
  }
  if (cue.kind === 'noun') return possessor(units, cue);
  if (cue.kind === 'colon') {
    const range = mainSubject(units, cue.head) ?? fullPhraseEndingAt(units, cue.head - 1, 0);
    return range === null ? NONE : { kind: 'shared', range };
  }
  if (cue.quoted !== null) return { kind: 'after', range: cue.quoted };
  if (cue.passive) {
    const by = agent(units, cue.to + 1);
    return by === null ? NONE : { kind: 'agent', range: by };
  }
  if (isInverted(units, cue)) {
    const range = fullPhraseStartingAt(units, cue.to + 1);
    if (range !== null && !isTime(units, range)) return { kind: 'after', range };
  }
  if (cue.infinitive && units[cue.from]?.pos === 'AUX') return subjectBefore(units, cue.from);
  if (cue.infinitive || cue.form === 'ing') {
    const verb = units[cue.from - 1];
    if (isHead(verb) && cue.form === 'ing') return subjectBefore(units, cue.from);
    const range = sharedSubject(units, cue.from, 0);
    return range === null ? NONE : { kind: 'shared', range };
  }
  return subjectBefore(units, cue.from);
}
