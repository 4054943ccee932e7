import type { Clause, Docket, Witness } from './docket.ts';
import { EMBEDDERS, FREE_WORDS, HEDGES, isNegator, NUMBER_WORDS, PREFACES } from './word-lists.ts';
import type { Word } from './words.ts';

const ATTRIBUTION: readonly (readonly string[])[] = [
  ['via'],
  ['quote', 'by'],
  ['report', 'by'],
  ['accord', 'to'],
  ['in'],
];

function matchesAt(words: readonly Word[], at: number, stems: readonly string[]): boolean {
  return stems.length > 0 && stems.every((stem, index) => words[at + index]?.stem === stem);
}

/** How many words at `at` say where it was published, "via X" or "according to X"; 0 when they do not. */
function attributionLength(words: readonly Word[], at: number, witness: Witness): number {
  const lead = ATTRIBUTION.find((stems) => matchesAt(words, at, stems));
  if (lead === undefined) return 0;
  const start = at + lead.length + (words[at + lead.length]?.stem === 'the' ? 1 : 0);
  const outlet = witness.outlets.find((stems) => matchesAt(words, start, stems));
  return outlet === undefined ? 0 : start + outlet.length - at;
}

interface Claim {
  /** The stems that claim something: no function words, no attribution, no topic where the topic may be named. */
  readonly stems: readonly string[];
  /** The topic's stems, when it is named. */
  readonly topic: readonly string[];
}

function claimOf(rest: readonly Word[], witness: Witness, nameable: readonly string[]): Claim {
  const stems: string[] = [];
  let topic: readonly string[] = [];
  let at = 0;
  for (let word = rest[at]; word !== undefined; word = rest[at]) {
    const attribution = attributionLength(rest, at, witness);
    const named = attribution === 0 && matchesAt(rest, at, nameable);
    if (named) topic = nameable;
    else if (attribution === 0 && !FREE_WORDS.has(word.stem)) stems.push(word.stem);
    at += named ? nameable.length : attribution || 1;
  }
  return { stems, topic };
}

/** The topic as asked may be named when the quote speaks of all of it, or of a part and its own words are shown. */
function nameableTopic(docket: Docket, witness: Witness, quotes: boolean): readonly string[] {
  const known = docket.topic.filter((stem) => witness.stems.has(stem));
  return known.length === docket.topic.length || (quotes && known.length > 0) ? docket.topic : [];
}

const ANSWERING = new Set(['denied', 'disputed', 'declined']);

/** Whether telling these words of this clause leaves its sense: no negator, hedge or other voice of it may be lost. */
function keepsSense(told: readonly string[], last: number, clause: Clause, witness: Witness): boolean {
  const lost = clause.stems.filter((stem) => !told.includes(stem));
  if (lost.some((stem) => HEDGES.has(stem))) return false;
  const negated = clause.stems.some(isNegator);
  if (!ANSWERING.has(witness.stance)) {
    const before = clause.stems.slice(0, last);
    return !negated && !before.some((stem) => EMBEDDERS.has(stem) && !told.includes(stem));
  }
  return clause.of === 'claim' || witness.proposition ? !negated : negated;
}

/** Where the clause's own statement begins: after "I can confirm that" or, for an answer, "We did not". */
function afterPreface({ stems }: Clause, witness: Witness): number {
  const leads = (stem: string) =>
    PREFACES.has(stem) || FREE_WORDS.has(stem) || (ANSWERING.has(witness.stance) && isNegator(stem));
  const start = stems.findIndex((stem) => !leads(stem));
  return start < 0 ? stems.length : start;
}

/** "1.5" of "1.5 million" is another number. */
function cutsNumber({ stems }: Clause, end: number): boolean {
  return /\p{Nd}/u.test(stems[end - 1] ?? '') && NUMBER_WORDS.has(stems[end] ?? '');
}

/**
 * Where the run of the clause ends that these stems are, function words aside, when it begins where the clause's own
 * statement does; -1 when there is none. Words may be left out at the end, never in the middle: "12 missiles worth
 * $1.5 million were transferred" is not to become "$1.5 million were transferred".
 */
function endOfRun(told: readonly string[], clause: Clause, witness: Witness): number {
  let at = Math.min(afterPreface(clause, witness), clause.stems.indexOf(told[0] ?? ''));
  if (at < 0) return -1;
  for (const stem of told) {
    while (clause.stems[at] !== stem && FREE_WORDS.has(clause.stems[at] ?? '')) at += 1;
    if (clause.stems[at] !== stem) return -1;
    at += 1;
  }
  return cutsNumber(clause, at) ? -1 : at;
}

function backsIn(claim: Claim, clause: Clause, witness: Witness): boolean {
  const end = claim.stems.length === 0 ? 0 : endOfRun(claim.stems, clause, witness);
  const known = claim.topic.filter((stem) => clause.stems.includes(stem));
  if (end < 0 || (claim.topic.length > 0 && known.length === 0)) return false;
  const last = Math.max(end, ...known.map((stem) => clause.stems.indexOf(stem)));
  return keepsSense([...claim.stems, ...claim.topic], last, clause, witness);
}

/**
 * Rule V8: whether the claim made outside quotation marks is one run of words of one clause of the quote. So no word,
 * name, number or direction can be new, and the quote's own words cannot be put together anew. `quotes`: a quotation
 * of this witness stands in the sentence.
 */
export function backsClaim(
  rest: readonly Word[],
  witness: Witness,
  docket: Docket,
  quotes: boolean,
): boolean {
  const claim = claimOf(rest, witness, nameableTopic(docket, witness, quotes));
  if (claim.stems.length > 0 || claim.topic.length > 0) {
    return witness.clauses.some((clause) => backsIn(claim, clause, witness));
  }
  return (
    quotes || ANSWERING.has(witness.stance) || !witness.clauses.some(({ stems }) => stems.some(isNegator))
  );
}
