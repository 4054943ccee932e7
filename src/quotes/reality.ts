import type { Cue } from './cue.ts';
import { ANSWERING } from './lexicon/verbs.ts';
import type { Range } from './phrases.ts';
import type { Unit } from './sentences.ts';
import type { Subject } from './subject-before.ts';

type Units = readonly Unit[];

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

/** Modals of what may come, is due or should be; "would only confirm" and "can confirm" tell of what was said. */
const OPEN_MODALS = words("may might must should shall will 'll");
/** What an answer hangs on that nobody has given yet: "is expected to deny", "urged Berg to admit". */
const AWAITED = words(`
  expected likely unlikely set due poised ready prepared preparing planning plans plan planned wants want wanted hopes
  hoped hoping going about urged urges urging asked asks asking told invited pressed pressured encouraged challenged
  required supposed called calls calling pressure need needs needed`);
const CONDITIONS = words('if unless whether lest');
/** Prepositions before a gerund that tells of no answer, or of somebody else's: "accused Tarn of denying the truth". */
const UNANSWERED = words('of for from against about than');
const QUESTIONS = words(
  'did does do has have had will would could can is was are were why how who what when where whom which',
);
const NOBODY = words('nobody no none neither nothing');
const HARDLY = words('no neither nor hardly barely scarcely few');

/** How far back the word that governs an infinitive may stand. */
const MOST_BACK = 7;

/** Whether what "to" hangs on is awaited, wished or asked for. */
function isAwaited(units: Units, cue: Cue): boolean {
  if (!cue.infinitive) return false;
  for (let at = cue.from - 1; at >= 0 && at >= cue.from - MOST_BACK; at--) {
    const unit = units[at];
    if (unit === undefined || unit.quotation !== null || unit.pos === 'PUNCT') return false;
    if (AWAITED.has(unit.lower)) return true;
    if (unit.pos === 'VERB') return false;
  }
  return false;
}

/**
 * Whether an answer is not given but asked about, expected, or somebody else's: "if Tarn denies it", "is expected to
 * confirm", "accused Tarn of denying it". A wrong "denied" can end a career, so such a place makes no statement.
 */
export function isUnreal(units: Units, cue: Cue, subject: Range | null): boolean {
  if (!ANSWERING.has(cue.lemma) || cue.kind !== 'verb' || cue.negated) return false;
  const group = units.slice(cue.from, cue.head);
  const before = units[cue.from - 1];
  const opener = subject === null ? before : units[subject.from - 1];
  return (
    group.some((unit) => OPEN_MODALS.has(unit.lower)) ||
    isAwaited(units, cue) ||
    CONDITIONS.has(opener?.lower ?? '') ||
    (cue.form === 'ing' && cue.from === cue.head && UNANSWERED.has(before?.lower ?? '')) ||
    (units.at(-1)?.lower === '?' && QUESTIONS.has(units[0]?.lower ?? ''))
  );
}

/** "Nobody", "no official", "neither side", "hardly anyone": a subject of whom the verb does not hold. */
export function isNobody(units: Units, { range }: Subject): boolean {
  if (range === null) return false;
  const first = units[range.from]?.lower ?? '';
  const before = units[range.from - 1]?.lower ?? '';
  if (NOBODY.has(first) || first === 'few' || HARDLY.has(before)) return true;
  return units.slice(range.from, range.to).some((unit) => unit.lower === 'nor');
}

/** Whether an infinitive tells of what was not done: "failed to confirm", "was unable to confirm". */
export function isUndone(units: Units, at: number): boolean {
  return /^(?:unable|fail(?:s|ed|ing)?|unwilling|reluctant|powerless|hesitat(?:e|es|ed|ing))$/u.test(
    units[at]?.lower ?? '',
  );
}
