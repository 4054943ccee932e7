import { PERSON_NOUNS } from './lexicon/people.ts';
import { CUE_VERBS } from './lexicon/verbs.ts';
import { RELATIVE } from './lexicon/words.ts';
import { readComplement, type Complement } from './complement.ts';
import { SUBORDINATORS } from './clauses.ts';
import type { Cue } from './cue.ts';
import { embeddedContent } from './embedded.ts';
import { endOf, rightOf, trim } from './extents.ts';
import { readJudgement } from './judgements.ts';
import { leftOf } from './left-content.ts';
import { isComma, isDash, isFinite, type Range } from './phrases.ts';
import type { Unit } from './sentences.ts';
import type { Subject } from './subject-before.ts';
import { findSubject } from './subject.ts';

/** Where a content lies: behind its cue, before it, on both sides, or in the sentences that follow. */
type Side = 'right' | 'left' | 'around' | 'following';

/** A statement the grammar proposes: cue, speaker and content, all as units of one sentence. */
export interface Candidate {
  readonly cue: Cue;
  readonly subject: Subject;
  readonly complement: Complement;
  readonly side: Side;
  readonly ranges: readonly Range[];
}

type Units = readonly Unit[];

/** Past the speaker behind the cue and its apposition, to where an interrupted content may go on. */
function resumeAt(units: Units, from: number): number {
  let at = from;
  while (at < units.length && at < from + 30) {
    const unit = units[at];
    if (unit === undefined || unit.lower === 'but') break;
    // "…, adding: “…”": what stands behind is another verb's.
    if (at > from && unit.pos === 'VERB' && CUE_VERBS.get(unit.lower)?.form === 'ing') break;
    if (isComma(unit) || isDash(unit) || unit.lower === ':') {
      if (units[at + 1]?.quotation != null) return at + 1;
    }
    at++;
  }
  return -1;
}

/** Words that lead up to a clause and need one behind them: "if she wins". */
function isPreamble(left: Units): boolean {
  const opener = left[0]?.pos === 'CCONJ' ? left[1] : left[0];
  return SUBORDINATORS.has(opener?.lower ?? '') && !left.some(isComma);
}

/** Whether a verb makes a clause: "in one recorded call" has none. */
function isPredicate(units: Units, at: number): boolean {
  const adjective =
    /^(?:DET|NUM|ADJ)$/u.test(units[at - 1]?.pos ?? '') && /^(?:NOUN|ADJ)$/u.test(units[at + 1]?.pos ?? '');
  return isFinite(units[at]) && !adjective;
}

/** What goes on behind an interrupting "she said": the rest of the quotation, or of a clause that lacked its verb. */
function resumed(
  units: Units,
  left: Range,
  tail: number,
  candidate: Omit<Candidate, 'side' | 'ranges'>,
): Range | null {
  const { cue, complement } = candidate;
  const leftUnits = units.slice(left.from, left.to + 1);
  const leftQuoted = leftUnits.at(-1)?.quotation != null;
  const next = units[tail];
  const paused = isComma(next) || isDash(next) || next?.lower === ':';
  let start = -1;
  if (paused && units[tail + 1]?.quotation != null) start = tail + 1;
  else if (leftQuoted) start = resumeAt(units, tail);
  else if (!paused) return null;
  else if (units[tail + 1]?.lower === 'that') start = tail + 2;
  else if (isPreamble(leftUnits) || isFinite(units[tail + 1])) start = tail + 1;
  else if (
    !leftUnits.some((unit, at) => unit.quotation !== null || isPredicate(leftUnits, at)) &&
    !(units[tail + 1]?.lower.endsWith('ing') ?? false)
  )
    start = tail + 1;
  if (start < 0 || start >= units.length) return null;
  return trim(units, start, endOf(units, start, { ...complement, frame: 'clause' }, cue));
}

/** Where the speaker and cue together begin. */
function attributionStart(cue: Cue, subject: Subject): number {
  if (subject.range === null || subject.kind === 'after' || subject.kind === 'agent') return cue.from;
  return subject.kind === 'shared' ? cue.from : Math.min(subject.range.from, cue.from);
}

function attributionEnd(cue: Cue, subject: Subject, complement: Complement): number {
  const after = subject.kind === 'after' || subject.kind === 'agent' ? (subject.range?.to ?? cue.to) : cue.to;
  return Math.max(after + 1, complement.frame === 'none' ? complement.start : after + 1);
}

/** "As Smith reported in 1976, …" and "…, as Smith reported, …": the rest of the sentence is the content. */
function besideAs(units: Units, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  const before = start > 1 ? trim(units, 0, start - 2) : null;
  if (before !== null) ranges.push(before);
  let at = end;
  while (at < units.length && !isComma(units[at])) at++;
  const after = at + 1 < units.length ? trim(units, at + 1, units.length - 1) : null;
  if (after !== null && (before === null || !units.slice(before.from, before.to + 1).some(isFinite)))
    ranges.push(after);
  return ranges;
}

const SOURCES = new Set('police poll report study survey analysis testimony data'.split(' '));

/** "according to plan", "according to age": a bare common noun is no source. */
function isMeasure(units: Units, range: Range | null): boolean {
  const unit = range === null ? undefined : units[range.from];
  const behind = range === null ? undefined : units[range.to + 1];
  return (
    range !== null &&
    range.from === range.to &&
    (behind === undefined || behind.pos === 'PUNCT') &&
    unit !== undefined &&
    unit.pos === 'NOUN' &&
    !unit.capital &&
    !unit.lower.endsWith('s') &&
    !PERSON_NOUNS.has(unit.lower) &&
    !SOURCES.has(unit.lower)
  );
}

/** Past "which cited an official," behind the source. */
function behindRelative(units: Units, at: number): number {
  if (!RELATIVE.has(units[at]?.lower ?? '')) return at;
  const comma = units.findIndex((unit, index) => index > at && isComma(unit));
  return comma < 0 ? at : comma + 1;
}

function accordingTo(units: Units, cue: Cue, subject: Subject): { side: Side; ranges: Range[] } {
  const end = (subject.range?.to ?? cue.to) + 1;
  const before = cue.from > 0 ? trim(units, 0, cue.from - 1) : null;
  let at = end;
  while (at < units.length && !isComma(units[at]) && units[at]?.quotation === null) at++;
  const afterStart = behindRelative(units, isComma(units[at]) ? at + 1 : at);
  const after = afterStart < units.length ? trim(units, afterStart, units.length - 1) : null;
  if (
    before === null ||
    (before.to - before.from < 2 &&
      !units.slice(before.from, before.to + 1).some((unit) => unit.quotation !== null))
  ) {
    return { side: 'right', ranges: after === null ? [] : [after] };
  }
  const complete = units.slice(before.from, before.to + 1).some(isFinite);
  if (complete || after === null) return { side: 'left', ranges: [before] };
  return { side: 'around', ranges: [before, after] };
}

/** What a colon introduces: "She made it clear: “…”". */
function introduced(units: Units, cue: Cue, subject: Subject): Candidate | null {
  const complement: Complement = { frame: 'colon', start: cue.to + 1, addressee: null, preposition: '' };
  const ranges = rightOf(units, cue, complement);
  return ranges.length === 0 ? null : { cue, subject, complement, side: 'right', ranges };
}

/** The statement a cue proposes, or null where it has no content in its sentence or behind it. */
export function propose(text: string, units: Units, cue: Cue): Candidate | null {
  const subject = findSubject(units, cue);
  if (cue.kind === 'according') {
    const complement: Complement = { frame: 'none', start: cue.to + 1, addressee: null, preposition: '' };
    if (isMeasure(units, subject.range)) return null;
    const { side, ranges } = accordingTo(units, cue, subject);
    return ranges.length === 0 ? null : { cue, subject, complement, side, ranges };
  }
  if (cue.kind === 'colon') return introduced(units, cue, subject);
  const judgement = readJudgement(units, cue);
  if (judgement !== null) {
    const complement: Complement = {
      frame: 'judgement',
      start: judgement.start,
      addressee: null,
      preposition: '',
    };
    return { cue, complement, side: 'around', ...judgement };
  }
  const complement = readComplement(units, cue);
  // "a statement saying …": the verb behind the noun is the cue.
  if (cue.kind === 'noun' && CUE_VERBS.get(units[complement.start]?.lower ?? '')?.form === 'ing') return null;
  const base = { cue, subject, complement };
  const start = attributionStart(cue, subject);
  const end = attributionEnd(cue, subject, complement);
  const opener = units[start - 1]?.pos === 'ADV' ? start - 2 : start - 1;
  const bare = complement.frame === 'none' || complement.frame === 'phrase' || complement.frame === 'clause';
  if (cue.kind === 'verb' && bare && units[opener]?.lower === 'as' && subject.range !== null) {
    const ranges = besideAs(units, opener + 1, end);
    if (ranges.length > 0) return { ...base, side: 'around', ranges };
  }
  const left =
    cue.kind === 'verb' &&
    cue.form !== 'ing' &&
    subject.kind !== 'shared' &&
    subject.kind !== 'relative' &&
    // "“No,” she said when asked": what was asked is not what was said before.
    !SUBORDINATORS.has(units[cue.from - 1]?.lower ?? '')
      ? leftOf(text, units, start)
      : null;
  const quotedLeft = left !== null && units[start - 1]?.quotation != null;
  const emptyRight = complement.frame === 'none' || (subject.kind === 'after' && cue.quoted === null);
  if (left !== null && (quotedLeft || (emptyRight && cue.kind === 'verb'))) {
    const more = resumed(units, left, end, base);
    return {
      ...base,
      side: more === null ? 'left' : 'around',
      ranges: more === null ? [left] : [left, more],
    };
  }
  if (complement.frame === 'colon' && complement.start >= units.length)
    return { ...base, side: 'following', ranges: [] };
  const embedded = complement.frame === 'none' ? embeddedContent(units, cue, subject) : null;
  if (embedded !== null) return { ...base, side: 'around', ranges: embedded };
  if (complement.frame === 'none') return null;
  const ranges = rightOf(units, cue, complement);
  return ranges.length === 0 ? null : { ...base, side: 'right', ranges };
}
