import type { Cue } from './cue.ts';
import { endOf, trim } from './extents.ts';
import { PERSON_NOUNS } from './lexicon/people.ts';
import { JUDGING } from './lexicon/judging.ts';
import {
  fullPhraseEndingAt,
  fullPhraseStartingAt,
  isComma,
  isTime,
  nounPhraseStartingAt,
  type Range,
} from './phrases.ts';
import type { Unit } from './sentences.ts';
import { subjectBefore, type Subject } from './subject-before.ts';

type Units = readonly Unit[];

/** What is said of somebody in the passive: "Berg | was called | a liar | by Holm". Ranges count the sentence's units. */
export interface Judgement {
  /** Who judges, where the sentence says so. */
  readonly subject: Subject;
  /** The first unit of the judgement. */
  readonly start: number;
  /** Who is judged, and the judgement. */
  readonly ranges: readonly [Range, Range];
}

/** How far behind the verb its agent may stand. */
const MOST_JUDGEMENT = 16;

/** "by" and who judges, behind a judgement: "called “thugs” by the minister", "accused of lying by Ann Hale". */
function agentBehind(units: Units, start: number): Range | null {
  let gerund = false;
  for (let at = start; at < units.length && at < start + MOST_JUDGEMENT; at++) {
    const unit = units[at];
    if (unit === undefined || isComma(unit)) return null;
    gerund ||= unit.pos === 'VERB';
    if (unit.lower !== 'by') continue;
    const phrase = fullPhraseStartingAt(units, at + 1);
    const head = phrase === null ? undefined : units[phrase.to];
    const speaks = head !== undefined && (head.pos === 'PROPN' || PERSON_NOUNS.has(head.lower));
    // "profiting by the war": behind another verb "by" may tell how.
    if (phrase !== null && !isTime(units, phrase) && (speaks || !gerund)) return phrase;
  }
  return null;
}

/** Where the judgement starts behind its tie, or -1. One without a tie is a noun phrase or a quotation. */
function judgementStart(units: Units, cue: Cue, at: number): number {
  const ties = JUDGING.get(cue.lemma);
  const first = units[at];
  if (ties === undefined || first === undefined) return -1;
  if (first.quotation === null && ties.has(first.lower)) return at;
  if (!ties.has('') || first.pos === 'PUNCT' || first.pos === 'PRON') return -1;
  const quoted = units.slice(at, at + 3).some((unit) => unit.quotation !== null);
  const phrase = nounPhraseStartingAt(units, at);
  if (quoted) return at;
  return phrase !== null && !isTime(units, phrase) && !LATER.test(units[phrase.to + 1]?.lower ?? '')
    ? at
    : -1;
}

/** The agent that stands between verb and judgement: "unions" in "criticised by unions for her silence". */
function agentBefore(units: Units, cue: Cue): Range | null {
  const phrase = units[cue.to + 1]?.lower === 'by' ? fullPhraseStartingAt(units, cue.to + 2) : null;
  if (phrase === null) return null;
  const tie = units.findIndex(
    ({ lower }, at) => at > phrase.from && at <= phrase.to && JUDGING.get(cue.lemma)?.has(lower) === true,
  );
  return tie < 0 ? phrase : { from: phrase.from, to: tie - 1 };
}

/** Whether a participle stands for a passive: "the fee, labelled a tax by its critics". */
const isReduced = (units: Units, cue: Cue): boolean =>
  cue.form === 'past' && cue.from === cue.head && isComma(units[cue.from - 1]);

const LATER = /^(?:later|earlier|ago|before|after)$/u;

/** The last unit of a judgement; one inside commas ends at the second of them. */
function judgementEnd(units: Units, start: number, cue: Cue): number {
  const end = endOf(units, start, { frame: 'phrase', start, addressee: null, preposition: '' }, cue);
  if (!isReduced(units, cue)) return end;
  const closing = units.findIndex(
    (unit, at) => at >= start && (isComma(unit) || unit.quotation?.breaksOff === true),
  );
  return closing < 0 ? end : Math.min(end, isComma(units[closing]) ? closing - 1 : closing);
}

/** The judgement that a passive cue passes on somebody, or null. */
export function readJudgement(units: Units, cue: Cue): Judgement | null {
  if (cue.kind !== 'verb' || !(cue.passive || isReduced(units, cue))) return null;
  const before = agentBefore(units, cue);
  const start = judgementStart(units, cue, before === null ? cue.to + 1 : before.to + 1);
  if (start < 0) return null;
  const agent = before ?? agentBehind(units, start);
  if (agent === null && !cue.passive) return null;
  const judged = isReduced(units, cue)
    ? fullPhraseEndingAt(units, cue.from - 2, 0)
    : subjectBefore(units, cue.from).range;
  if (judged === null) return null;
  const end = judgementEnd(units, start, cue);
  const judgement = trim(
    units,
    start,
    agent !== null && agent.from > start ? Math.min(end, agent.from - 2) : end,
  );
  if (judgement === null) return null;
  const subject: Subject = agent === null ? { kind: 'none', range: null } : { kind: 'agent', range: agent };
  return { subject, start, ranges: [judged, judgement] };
}
