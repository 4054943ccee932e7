import { findBoundaries } from './boundary.ts';
import { isFronted, opensClause } from './clauses.ts';
import type { Complement } from './complement.ts';
import type { Cue } from './cue.ts';
import { CUE_VERBS } from './lexicon/verbs.ts';
import { RELATIVE } from './lexicon/words.ts';
import { isComma, isFinite, isTime, nounPhraseEndingAt, type Range } from './phrases.ts';
import type { Unit } from './sentences.ts';
import { score, WEIGHTS } from './weights.ts';

type Units = readonly Unit[];

/** ", hours after the rebels claimed it": when it was said, not what. */
function followsInTime(units: Units, comma: number): boolean {
  if (!isComma(units[comma])) return false;
  for (let at = comma + 1; at < comma + 6; at++) {
    const unit = units[at];
    if (unit === undefined || unit.quotation !== null) return false;
    if (/^(?:minutes|hours?|days?|weeks?|months?|years?)$/u.test(unit.lower))
      return /^(?:after|before)$/u.test(units[at + 1]?.lower ?? '');
    if (
      !/^(?:a|an|the|just|only|some|several|few|less|more|than|barely)$/u.test(unit.lower) &&
      unit.pos !== 'NUM'
    )
      return false;
  }
  return false;
}

/** Whether a sentence has its verb before a noun; "repeated" in "Tarn's repeated denials" is none. */
function hasVerbBefore(units: Units, noun: number): boolean {
  return units
    .slice(0, noun)
    .some((unit, at) => isFinite(unit) && !(at === noun - 1 && unit.lower.endsWith('ed')));
}

/** Where a content ends whatever the model says: where the verb around it returns, or another clause or saying starts. */
function endsAnyway(units: Units, at: number, { frame }: Complement, cue: Cue): boolean {
  const returns = frame === 'phrase' && isComma(units[at]) && units[at + 1]?.lower === 'that';
  const governs = cue.kind === 'noun' && isFinite(units[at]) && !hasVerbBefore(units, cue.from);
  const starts =
    units[at]?.lower === ';' &&
    units.slice(at, at + 7).some((unit) => unit.pos === 'VERB' && CUE_VERBS.has(unit.lower));
  const resumes =
    isComma(units[at]) && RELATIVE.has(units[cue.from - 1]?.lower ?? '') && isFinite(units[at + 1]);
  const fronted = isComma(units[at]) && isFronted(units, cue.from) && opensClause(units, at + 1);
  const sourced = isComma(units[at]) && units[at + 1]?.lower === 'according' && units[at + 2]?.lower === 'to';
  return sourced || returns || governs || starts || resumes || fronted || followsInTime(units, at);
}

/**
 * The last unit of a content that starts at `start`: the likeliest of all places. The boundary model says of each how likely a
 * content that came so far ends there; the sentence's end takes what is left.
 */
export function endOf(units: Units, start: number, complement: Complement, cue: Cue): number {
  let end = units.length - 1;
  let likeliest = 0;
  let going = 1;
  for (const { at, features } of findBoundaries(units, start, complement.frame, cue)) {
    const ends = endsAnyway(units, at, complement, cue) ? 1 : probability(score(WEIGHTS.boundary, features));
    if (going * ends > likeliest) {
      likeliest = going * ends;
      end = at - 1;
    }
    going *= 1 - ends;
    if (going <= likeliest) return end;
  }
  return going > likeliest ? units.length - 1 : end;
}

const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

const isPunctuation = (unit: Unit | undefined): boolean =>
  unit !== undefined && unit.pos === 'PUNCT' && unit.quotation === null;

/** A range without the punctuation at its edges; null when nothing is left. */
export function trim(units: Units, from: number, to: number): Range | null {
  let first = from;
  let last = to;
  while (first <= last && isPunctuation(units[first]) && !/^[$(]$/u.test(units[first]?.lower ?? '')) first++;
  while (last >= first && isPunctuation(units[last]) && units[last]?.lower !== ')') last--;
  return first <= last ? { from: first, to: last } : null;
}

/** Where a phrase ends when "earlier on Monday" or "last week" behind it is left to the cue. */
function withoutTime(units: Units, start: number, end: number): number {
  const last = end > start ? nounPhraseEndingAt(units, end) : null;
  if (last === null || !isTime(units, last) || last.from <= start) return end;
  let to = last.from - 1;
  if (units[to]?.pos === 'ADP') to--;
  while (to > start && units[to]?.pos === 'ADV') to--;
  return Math.max(to, start);
}

export function rightOf(units: Units, cue: Cue, complement: Complement): Range[] {
  if (complement.start >= units.length) return [];
  const end = endOf(units, complement.start, complement, cue);
  const timed =
    complement.frame === 'phrase' || complement.frame === 'preposition'
      ? withoutTime(units, complement.start, end)
      : end;
  const range = trim(units, complement.start, timed);
  return range === null ? [] : [range];
}
