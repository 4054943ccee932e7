import {
  adjectivePhraseEndingAt,
  antecedentBefore,
  antecedentOf,
  beforeApposition,
  beforeStrayComma,
  beyondParticiple,
  namedBefore,
  withoutRelative,
} from './appositions.ts';
import { clauseStart, groupFrom, isPassiveBy } from './clauses.ts';
import { CUE_VERBS } from './lexicon/verbs.ts';
import { RELATIVE, TIME_WORDS } from './lexicon/words.ts';
import {
  fullPhraseEndingAt,
  isComma,
  isDash,
  isFinite,
  isHead,
  isTime,
  nounPhraseEndingAt,
  type Range,
} from './phrases.ts';
import type { Unit } from './sentences.ts';

type SubjectKind = 'before' | 'after' | 'apposition' | 'relative' | 'shared' | 'agent' | 'possessor' | 'none';

/** Who the grammar says is speaking: the units of the mention, and how it was found. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly range: Range | null;
  /** The unit of the relative pronoun that mentions the speaker here: "who" in "Hale, who denied it". */
  readonly pronoun?: number;
}

type Units = readonly Unit[];

const NONE: Subject = { kind: 'none', range: null };

/** "It comes after three councillors quit": the "it" stands for nobody. */
function isEmptyIt(units: Units, subject: Range, verb: number): boolean {
  return (
    units[subject.from]?.lower === 'it' &&
    /^(?:come|comes|came|follow|follows|followed)$/u.test(units[verb]?.lower ?? '')
  );
}

/** The subject of the clause that holds `before`, by its first finite verb: what ", and said" goes back to. */
export function mainSubject(units: Units, before: number): Range | null {
  const start = clauseStart(units, before);
  for (let at = start + 1; at < before; at++) {
    if (!isFinite(units[at]) || units[at - 1]?.lower === 'to') continue;
    const subject = subjectBefore(units, groupFrom(units, at), 1);
    const own = subject.kind === 'before' || subject.kind === 'apposition';
    if (!own || subject.range === null || subject.range.from < start) continue;
    if (!isEmptyIt(units, subject.range, at)) return subject.range;
  }
  return null;
}

const BE = new Set('be is are was were been being'.split(' '));

/** Whether somebody says something here: "had been opened" only looks like it. */
function isSaying(units: Units, at: number): boolean {
  const unit = units[at];
  return (
    unit?.pos === 'VERB' &&
    (CUE_VERBS.get(unit.lower)?.form ?? 'base') !== 'base' &&
    !BE.has(units[at - 1]?.lower ?? '')
  );
}

/** The subject of the finite verb before `at` whose clause this verb shares: "Kerry left and said". */
export function sharedSubject(units: Units, at: number, depth: number): Range | null {
  if (depth > 1) return null;
  const coordinated = units[at - 1]?.pos === 'CCONJ' && isComma(units[at - 2]);
  const main = coordinated && depth === 0 ? mainSubject(units, at) : null;
  if (main !== null) return main;
  let nearest: Range | null = null;
  const start = clauseStart(units, at);
  for (let index = at - 1; index > start; index--) {
    const unit = units[index];
    if (unit === undefined || !isFinite(unit)) continue;
    const speaks = isSaying(units, index);
    if (nearest !== null && !speaks) continue;
    if (units[index - 1]?.lower === 'to' || isPassiveBy(units, index)) continue;
    const subject = subjectBefore(units, groupFrom(units, index), depth + 1);
    if (subject.range === null) continue;
    if (speaks) return subject.range;
    if (subject.kind !== 'relative') nearest = subject.range;
  }
  return nearest;
}

/** Whether a participle and what hangs on it fill the place between a subject and its verb: "files released on Monday show". */
function isReduced(units: Units, from: number, to: number): boolean {
  if (units[from]?.pos !== 'VERB' || !/(?:ed|en|ing)$/u.test(units[from]?.lower ?? '')) return false;
  return units
    .slice(from + 1, to + 1)
    .every(
      (unit) => unit.quotation === null && unit.pos !== 'PUNCT' && unit.pos !== 'CCONJ' && !isFinite(unit),
    );
}

/** "Both" behind the subject it counts: "Hale and Rowe both said". */
function floats(units: Units, at: number): boolean {
  return (
    /^(?:both|all|each)$/u.test(units[at]?.lower ?? '') &&
    (isHead(units[at - 1]) || units[at - 1]?.lower === ')')
  );
}

/** The subject that stands before a verb group starting at `verb`. */
export function subjectBefore(units: Units, verb: number, depth = 0): Subject {
  let at = verb - 1;
  while (at >= 0 && (units[at]?.pos === 'ADV' || floats(units, at))) at--;
  const unit = units[at];
  if (unit === undefined) return NONE;
  if (unit.quotation !== null) {
    const behind = beforeApposition(units, at);
    return behind !== null && RELATIVE.has(units[behind.to + 2]?.lower ?? '')
      ? { kind: 'apposition', range: behind }
      : NONE;
  }
  const refers = unit.lower !== 'that' || isHead(units[at - 1]) || isComma(units[at - 1]);
  if (RELATIVE.has(unit.lower) && refers && at > 0) {
    const meant = antecedentBefore(units, at);
    return {
      kind: 'relative',
      pronoun: at,
      range: meant === null ? { from: at, to: at } : (namedBefore(units, meant) ?? meant),
    };
  }
  if (unit.lower === '%' && units[at - 1]?.pos === 'NUM')
    return { kind: 'before', range: { from: at - 1, to: at } };
  if (unit.pos === 'VERB' && units[at - 1]?.lower === 'those')
    return { kind: 'before', range: { from: at - 1, to: at } };
  const headless = adjectivePhraseEndingAt(units, at);
  if (headless !== null) return { kind: 'before', range: beyondParticiple(units, headless) };
  const base = isHead(unit) || unit.lower === ')' ? nounPhraseEndingAt(units, at) : null;
  if (base !== null && isTime(units, base)) {
    if (units[at - 1]?.pos === 'NOUN' && !TIME_WORDS.has(units[at - 1]?.lower ?? ''))
      return subjectBefore(units, at, depth);
    const before = units[base.from - 1]?.pos === 'ADP' ? base.from - 1 : base.from;
    return before > 0 ? subjectBefore(units, before, depth) : NONE;
  }
  const phrase = base === null ? null : beyondParticiple(units, fullPhraseEndingAt(units, at, 0));
  if (phrase !== null && units[phrase.from]?.lower === 'there') return NONE;
  if (phrase !== null) {
    const own = withoutRelative(units, phrase);
    return { kind: 'before', range: antecedentOf(units, own) ?? own };
  }
  if (isComma(unit) || isDash(unit) || unit.lower === ')') {
    const outer = beforeApposition(units, at) ?? (isComma(unit) ? beforeStrayComma(units, at) : null);
    if (outer !== null) return { kind: 'apposition', range: outer };
  }
  const shared = sharedSubject(units, at + 1, depth);
  if (shared === null) return NONE;
  return { kind: isReduced(units, shared.to + 1, at) ? 'before' : 'shared', range: shared };
}
