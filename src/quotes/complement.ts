import { opensClause } from './clauses.ts';
import type { Cue } from './cue.ts';
import { ADDRESSEE, CLAUSAL, PARTICLE, PREPOSITIONAL } from './lexicon/verbs.ts';
import { SKIPPED_PREPOSITIONS, TIME_OPENERS, TIME_WORDS, WH_WORDS } from './lexicon/words.ts';
import {
  fullPhraseStartingAt,
  isComma,
  isFinite,
  isTime,
  isVerb,
  nounPhraseStartingAt,
  type Range,
} from './phrases.ts';
import type { Unit } from './sentences.ts';

/** How the content is tied to its cue. */
export type Frame =
  | 'that'
  | 'colon'
  | 'quote'
  | 'wh'
  | 'to'
  | 'clause'
  | 'phrase'
  | 'preposition'
  | 'judgement'
  | 'gerund'
  | 'none';

/** What stands behind a cue: where its content starts, if it has one there. */
export interface Complement {
  readonly frame: Frame;
  /** The first unit of the content; where there is none, the unit behind everything that belongs to the cue. */
  readonly start: number;
  readonly addressee: Range | null;
  /** The preposition that ties the content, for `preposition`; else empty. */
  readonly preposition: string;
}

type Units = readonly Unit[];

const PLAIN_ADVERBS = new Set(
  'today yesterday tonight later earlier again afterwards afterward then there here once twice now also too simply instead however meanwhile before aloud'.split(
    ' ',
  ),
);

/** An adverb that tells of the saying, not of what was said. */
function isCircumstance({ pos, lower }: Unit): boolean {
  return pos === 'ADV' && (lower.endsWith('ly') || PLAIN_ADVERBS.has(lower));
}

/** Whether a finite verb follows the noun phrase at `at` before any stop: a clause without "that". */
function startsClause(units: Units, at: number): boolean {
  for (let index = at + 1; index < units.length && index < at + 25; index++) {
    const unit = units[index];
    if (unit === undefined || unit.lower === ';') return false;
    if (isFinite(unit)) return true;
  }
  return false;
}

/** "rejected that argument": "that" points at a noun, and no verb follows it. */
function isPointing(units: Units, at: number): boolean {
  const next = units[at + 1];
  if (next === undefined || isFinite(next)) return next?.pos === 'AUX';
  if (next.pos === 'PUNCT' && next.quotation === null) return true;
  if (next.pos !== 'NOUN' || next.lower.endsWith('s')) return false;
  return (
    !isFinite(units[at + 2]) &&
    units[at + 2]?.pos !== 'NOUN' &&
    units[at + 2]?.pos !== 'ADV' &&
    units[at + 2]?.pos !== 'ADP'
  );
}

/** What opens a clause without "that" and is no noun phrase to the tagger: "said none of them …", "said despite all …". */
const OPENERS = new Set(
  'not no none nobody nothing everyone everybody neither despite although though because once unless unlike'.split(
    ' ',
  ),
);

const MEASURING = new Set(
  'least most than to about around over under nearly almost roughly estimated some'.split(' '),
);

/** "at least 70 civilians", "about 40 people", "more than a dozen": a number, and no place or time of the saying. */
function isMeasured(units: Units, at: number): boolean {
  for (let index = at; index < at + 4; index++) {
    const unit = units[index];
    if (unit === undefined) return false;
    if (index > at && (unit.pos === 'NUM' || /^(?:half|dozens?|hundreds|thousands)$/u.test(unit.lower)))
      return MEASURING.has(units[index - 1]?.lower ?? '') || units[index - 1]?.lower === 'a';
    if (!MEASURING.has(unit.lower) && !/^(?:at|up|more|fewer|less|an?)$/u.test(unit.lower)) return false;
  }
  return false;
}

function frameAt(units: Units, at: number, clausal: boolean): Frame {
  const unit = units[at];
  const next = units[at + 1];
  if (unit === undefined) return 'none';
  if (unit.quotation !== null) return 'quote';
  // A mark that is no half of a quotation: "denies 'ludicrous' claims".
  if (/^['"‘’]$/u.test(unit.lower) && next !== undefined) return frameAt(units, at + 1, clausal);
  if (unit.lower === 'that' && next !== undefined) return isPointing(units, at) ? 'phrase' : 'that';
  if (unit.lower === ':') return 'colon';
  if (WH_WORDS.has(unit.lower)) return 'wh';
  if (clausal && OPENERS.has(unit.lower)) return 'clause';
  if (unit.lower === 'to') {
    const verb = next?.pos === 'ADV' ? units[at + 2] : next;
    if (isVerb(verb) || next?.quotation != null) return 'to';
  }
  if (unit.pos === 'VERB' && unit.lower.endsWith('ing')) return 'gerund';
  if (nounPhraseStartingAt(units, at) !== null || unit.pos === 'DET' || unit.pos === 'ADJ')
    return clausal && startsClause(units, at) ? 'clause' : 'phrase';
  if (unit.pos === 'ADV' && !isCircumstance(unit) && next !== undefined && next.quotation === null) {
    const grade = next.pos === 'ADV' ? at + 2 : at + 1;
    if (nounPhraseStartingAt(units, grade) !== null)
      return clausal && startsClause(units, grade) ? 'clause' : 'phrase';
    if (clausal && next.pos === 'SCONJ') return 'clause';
  }
  if (isMeasured(units, at)) return clausal && startsClause(units, at) ? 'clause' : 'phrase';
  const quantity = unit.lower === 'half' || unit.pos === 'NUM' || unit.lower === 'all';
  if (quantity && (units[at + 1]?.lower === 'of' || nounPhraseStartingAt(units, at + 1) !== null))
    return 'phrase';
  return 'none';
}

/** What hangs on the occasion of a saying: "in an interview published on Sunday". */
const REDUCED = new Set(
  'published broadcast aired posted released recorded carried printed filmed conducted given held'.split(' '),
);

/** Past adverbs, times, places and occasions between the cue and its content. */
function skipCircumstances(units: Units, from: number, cue: Cue): number {
  let at = from;
  for (let steps = 0; steps < 8; steps++) {
    const unit = units[at];
    if (unit === undefined || unit.quotation !== null) return at;
    const phrase = nounPhraseStartingAt(units, at);
    if (
      phrase !== null &&
      isTime(units, phrase) &&
      (phrase.to === at || TIME_OPENERS.has(unit.lower) || unit.capital)
    )
      at = phrase.to + 1;
    else if (isCircumstance(unit)) at++;
    else if (REDUCED.has(unit.lower) && at > from && units[at + 1]?.pos === 'ADP') at++;
    else if (
      unit.pos === 'ADP' &&
      !isMeasured(units, at) &&
      SKIPPED_PREPOSITIONS.has(unit.lower) &&
      PREPOSITIONAL.get(cue.lemma)?.has(unit.lower) !== true
    ) {
      const object = fullPhraseStartingAt(units, at + 1);
      if (object === null) return at;
      at = behindTitle(units, object.to + 1);
    } else if (at > from && unit.lower === 'and' && units[at + 1]?.pos === 'ADP') at++;
    else if (isComma(unit)) {
      const past = skipParenthesis(units, at, cue);
      if (past === at) return at;
      at = past;
    } else return at;
  }
  return at;
}

const WORKS = new Set(
  'show program programme series book memoir autobiography biography essay column article novel film movie documentary podcast newsletter blog magazine song album play report'.split(
    ' ',
  ),
);

/** Past the title of a work that is named as the place of the saying: "on the breakfast show 'First Light' that". */
function behindTitle(units: Units, at: number): number {
  const possessed = units[at]?.lower === "'s";
  const titled = isComma(units[at]) || possessed ? at + 1 : at;
  const named = possessed || WORKS.has(units[at - 1]?.lower ?? '');
  return named && units[titled]?.quotation != null ? titled + 1 : at;
}

/** Past ", in effect," or ", citing unnamed sources," when "that" or a quotation follows; else stays. */
function skipParenthesis(units: Units, comma: number, cue: Cue): number {
  const next = units[comma + 1];
  if (next?.quotation !== null && next !== undefined) return comma + 1;
  for (let at = comma + 1; at < units.length && at < comma + 16; at++) {
    const unit = units[at];
    if (unit === undefined || unit.quotation !== null) return comma;
    if (!isComma(unit)) continue;
    const opens = units[at + 1]?.lower === 'that' || units[at + 1]?.quotation != null;
    const resumes = comma === cue.to + 1 && CLAUSAL.has(cue.lemma) && opensClause(units, at + 1);
    return opens || resumes ? at + 1 : comma;
  }
  return comma;
}

/** Where "that" stands behind words for a time alone: "three days ago that", "late on Friday that". */
function thatBehindTime(units: Units, from: number): number | null {
  let timed = false;
  for (let at = from; at < units.length && at < from + 8; at++) {
    const unit = units[at];
    if (unit === undefined || unit.quotation !== null || isVerb(unit) || unit.pos === 'PUNCT') return null;
    if (unit.lower === 'that' && at > from) return timed ? at : null;
    timed ||=
      TIME_WORDS.has(unit.lower) ||
      /^(?:ago|days?|weeks?|months?|years?|hours?|earlier|later)$/u.test(unit.lower);
  }
  return null;
}

/** Verbs whose object went before them in "what she described as a ruin", "labelled as a fraud by critics". */
const NAMING = new Set(
  'describe label characterize characterise portray depict dismiss denounce condemn'.split(' '),
);

/** Verbs whose content is no infinitive: "said in a bid to win" tells why. */
const NEVER_TO = new Set(
  'say add state note write report explain observe remark recall argue announce'.split(' '),
);

/** Reads what stands behind a cue. */
export function readComplement(units: Units, cue: Cue): Complement {
  let at = cue.to + 1;
  const particle = PARTICLE.get(cue.lemma);
  const joined = particle !== undefined && units[at]?.lower === particle;
  if (joined) at++;
  if (cue.kind === 'noun' && (units[at]?.lower === 'by' || units[at]?.lower === 'from')) {
    const by = fullPhraseStartingAt(units, at + 1);
    if (by !== null) at = by.to + 1;
    if (isComma(units[at])) at++;
  }
  let addressee: Range | null = null;
  if (cue.lemma === 'plead' && units[at]?.lower === 'not')
    return { frame: 'phrase', start: at, addressee, preposition: '' };
  const opens = units[at]?.lower === 'that' || WH_WORDS.has(units[at]?.lower ?? '');
  if (ADDRESSEE.has(cue.lemma) && cue.kind === 'verb' && !cue.passive && !opens) {
    addressee = fullPhraseStartingAt(units, at);
    if (addressee !== null && isTime(units, addressee)) addressee = null;
    if (addressee !== null) at = addressee.to + 1;
  }
  const tied =
    !isTimeAt(units, at + 1) &&
    (cue.kind === 'noun'
      ? /^(?:of|for|about|on|against)$/u.test(units[at]?.lower ?? '')
      : PREPOSITIONAL.get(cue.lemma)?.has(units[at]?.lower ?? ''));
  if (tied === true && units[at]?.lower !== 'to') {
    return { frame: 'preposition', start: at + 1, addressee, preposition: units[at]?.lower ?? '' };
  }
  if (cue.kind === 'verb' && NAMING.has(cue.lemma) && units[at]?.lower === 'as' && at + 1 < units.length)
    return { frame: 'phrase', start: at, addressee, preposition: '' };
  if (cue.lemma === 'thank' && addressee !== null)
    return { frame: 'phrase', start: addressee.from, addressee: null, preposition: '' };
  const clausal = cue.kind === 'verb' && CLAUSAL.has(cue.lemma) && !(joined && cue.lemma === 'rule');
  if (clausal) at = thatBehindTime(units, at) ?? at;
  const plain = frameAt(units, at, clausal);
  const past = skipCircumstances(units, at, cue);
  const beyond = frameAt(units, past, clausal);
  const start =
    past > at &&
    plain !== 'that' &&
    (beyond === 'that' || beyond === 'quote' || beyond === 'colon' || plain === 'none' || isTimeAt(units, at))
      ? past
      : at;
  const purpose = beyond === 'to' && start > cue.to + 1 && NEVER_TO.has(cue.lemma);
  const frame = start !== past ? plain : purpose ? 'none' : beyond;
  if (tied === true && frame !== 'that' && frame !== 'to') {
    return { frame: 'preposition', start: at + 1, addressee, preposition: units[at]?.lower ?? '' };
  }
  return {
    frame,
    start: frame === 'that' || frame === 'colon' ? start + 1 : start,
    addressee,
    preposition: '',
  };
}

function isTimeAt(units: Units, at: number): boolean {
  const phrase = nounPhraseStartingAt(units, at);
  return phrase !== null && isTime(units, phrase);
}
