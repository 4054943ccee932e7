import { findBoundaries } from './boundary.ts';
import type { Complement } from './complement.ts';
import type { Cue } from './cues.ts';
import { CUE_VERBS } from './lexicon/verbs.ts';
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

/** The last unit of a content that starts at `start`, as the boundary model judges. */
export function endOf(units: Units, start: number, complement: Complement, cue: Cue): number {
  for (const boundary of findBoundaries(units, start, complement.frame, cue)) {
    const returns =
      complement.frame === 'phrase' &&
      isComma(units[boundary.at]) &&
      units[boundary.at + 1]?.lower === 'that';
    const governs =
      cue.kind === 'noun' && isFinite(units[boundary.at]) && !units.slice(0, cue.from).some(isFinite);
    const starts =
      units[boundary.at]?.lower === ';' &&
      units
        .slice(boundary.at, boundary.at + 7)
        .some((unit) => unit.pos === 'VERB' && CUE_VERBS.has(unit.lower));
    if (
      returns ||
      governs ||
      starts ||
      followsInTime(units, boundary.at) ||
      score(WEIGHTS.boundary, boundary.features) > 0
    )
      return boundary.at - 1;
  }
  return units.length - 1;
}

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
