import { beforeApposition, beforeComma } from './appositions.ts';
import { groupFrom, SUBORDINATORS } from './clauses.ts';
import type { Cue } from './cue.ts';
import { PERSON_NOUNS } from './lexicon/people.ts';
import { ANSWERING, CUE_VERBS } from './lexicon/verbs.ts';
import { TIME_WORDS } from './lexicon/words.ts';
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
  nounPhraseStartingAt,
  type Range,
} from './phrases.ts';
import type { Unit } from './sentences.ts';
import { mainSubject, sharedSubject, subjectBefore, type Subject } from './subject-before.ts';

type Units = readonly Unit[];

const NEVER_INVERTED = new Set(['tell', 'assure', 'inform', 'remind']);
const NONE: Subject = { kind: 'none', range: null };

/** The agent of a passive: "was announced by the ministry". */
function agent(units: Units, from: number): Range | null {
  for (let at = from; at < units.length && at < from + 12; at++) {
    const unit = units[at];
    if (unit === undefined || unit.quotation !== null || unit.lower === ',' || isVerb(unit)) return null;
    if (unit.lower === 'by') return fullPhraseStartingAt(units, at + 1);
  }
  return null;
}

/** Whether somebody who can speak is named behind a cue: “Fine” for us, said Ann Hale. */
function namesSpeaker(units: Units, cue: Cue): boolean {
  const phrase = isComma(units[cue.from - 1]) ? nounPhraseStartingAt(units, cue.to + 1) : null;
  const head = phrase === null ? undefined : units[phrase.to];
  return head !== undefined && ((head.capital && head.pos === 'PROPN') || PERSON_NOUNS.has(head.lower));
}

/** Whether a verb stands behind its content and before its speaker: `"…," said Perry`. */
function isInverted(units: Units, cue: Cue): boolean {
  const before = units[cue.from - 1];
  if (cue.form === 'ing' || cue.passive || cue.infinitive) return false;
  // "he “categorically” denied the claims": who answers a claim stands before the verb, unless a quotation breaks off there.
  if (before?.quotation != null && !before.quotation.breaksOff && ANSWERING.has(cue.lemma)) return false;
  if (before !== undefined && before.quotation === null && !isComma(before) && !isDash(before)) return false;
  if (NEVER_INVERTED.has(cue.lemma)) return false;
  const quoted = units.slice(0, cue.from).some((unit) => unit.quotation !== null);
  if (
    quoted &&
    before?.quotation == null &&
    units[cue.from - 2]?.quotation == null &&
    !namesSpeaker(units, cue)
  )
    return false;
  const spoken = units.slice(0, cue.from).some((unit) => unit.quotation !== null || isFinite(unit));
  if (before !== undefined && !spoken) return false;
  const after = units[cue.to + 1];
  if (after === undefined || after.lower === 'that' || TIME_WORDS.has(after.lower)) return false;
  const phrase = fullPhraseStartingAt(units, cue.to + 1);
  if (phrase === null || isFinite(units[phrase.to + 1])) return false;
  return quoted || !isComma(before) || beforeApposition(units, cue.from - 1)?.from !== 0;
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
    const isParticiple = unit.pos === 'VERB' && /(?:ed|ing)$/u.test(unit.lower);
    if (unit.pos !== 'ADJ' && unit.pos !== 'NOUN' && unit.pos !== 'ADV' && !isParticiple) break;
  }
  const link = units[cue.to + 1]?.lower;
  if (link === 'by' || link === 'from') {
    const range = fullPhraseStartingAt(units, cue.to + 2);
    if (range !== null) return { kind: 'agent', range };
  }
  return NONE;
}

const DOCUMENTS = new Set(
  'statement letter email message memo tweet text release report paper article op-ed video ad advert advertisement note essay column piece post blog'.split(
    ' ',
  ),
);
const ISSUING = new Set(
  'issued issue issues issuing released release releases releasing sent send sends sending published publish publishes publishing posted posts wrote put puts putting ran runs running retweeted aired circulated distributed co-authored authored'.split(
    ' ',
  ),
);

/** "issued a statement saying …": the words are those of the one who issued it. */
function issuer(units: Units, document: Range): Range | null {
  const tie = units.findIndex((unit, at) => at > document.from && at <= document.to && unit.pos === 'ADP');
  if (!DOCUMENTS.has(units[tie < 0 ? document.to : tie - 1]?.lower ?? '')) return null;
  let verb = document.from - 1;
  if (units[verb]?.lower === 'out') verb--;
  if (!ISSUING.has(units[verb]?.lower ?? '')) return null;
  const subject = subjectBefore(units, groupFrom(units, verb));
  return subject.range;
}

/** The speaker of an inverted cue before `at`: `said Hale, the aid chief, adding that …`. */
function invertedSubject(units: Units, at: number): Range | null {
  for (let index = at - 1; index > 0; index--) {
    const unit = units[index];
    if (unit === undefined || unit.pos !== 'VERB' || !CUE_VERBS.has(unit.lower)) continue;
    const before = units[index - 1];
    if (before === undefined || (before.quotation === null && !isComma(before))) continue;
    const range = fullPhraseStartingAt(units, index + 1);
    // "Hale, the aid chief, said that he …": the clause behind the verb is what was said.
    const clause = units[index + 1]?.lower === 'that' || (range !== null && isFinite(units[range.to + 1]));
    if (range !== null && range.to < at && !clause && !isTime(units, range)) return range;
  }
  return null;
}

/** The speaker of an attribution behind its content: "the deal is off, Berg told reporters, adding that …". */
function attributedSubject(units: Units, comma: number): Range | null {
  for (let at = comma - 1; at > 1; at--) {
    const verb = units[at]?.pos === 'VERB' ? CUE_VERBS.get(units[at]?.lower ?? '') : undefined;
    if (verb === undefined || verb.form === 'ing' || verb.form === 'base') continue;
    const { range, kind } = subjectBefore(units, groupFrom(units, at), 1);
    const border = range === null ? undefined : units[range.from - 1];
    const closes = isComma(border) || border?.quotation?.breaksOff === true;
    if (range !== null && kind === 'before' && closes && units.slice(0, range.from - 1).some(isFinite))
      return range;
  }
  return null;
}

/** The subject of the clause that a fronted participle opens: "Recalling the day, Hale said …". */
function frontedSubject(units: Units, cue: Cue): Range | null {
  if (units.slice(0, cue.from).some((unit) => isFinite(unit) || unit.quotation !== null)) return null;
  for (let at = cue.to + 2; at < units.length; at++) {
    if (!isComma(units[at]) && units[at]?.quotation?.breaksOff !== true) continue;
    const range = fullPhraseStartingAt(units, at + 1);
    const behind = range === null ? undefined : units[range.to + 1];
    if (range !== null && (isVerb(behind) || isComma(behind))) return range;
  }
  return null;
}

/** The subject of a participle or an infinitive: what stands before it, or the subject of the verb it hangs on. */
function dependentSubject(units: Units, cue: Cue): Subject {
  const before = units[cue.from - 1];
  if (isHead(before) && cue.form === 'ing') {
    const own = subjectBefore(units, cue.from);
    const issued = own.range === null ? null : issuer(units, own.range);
    return issued === null ? own : { kind: 'shared', range: issued };
  }
  // "…, while stressing that": what the sentence is about, not the clause before.
  const joined = cue.form === 'ing' && SUBORDINATORS.has(before?.lower ?? '');
  const range =
    (joined ? mainSubject(units, cue.from - 1) : null) ??
    (cue.form === 'ing' ? invertedSubject(units, cue.from) : null) ??
    (cue.form === 'ing' && isComma(before) ? attributedSubject(units, cue.from - 1) : null) ??
    (cue.form === 'ing' && isComma(before) ? mainSubject(units, cue.from - 1) : null) ??
    sharedSubject(units, cue.from, 0) ??
    (isComma(before) ? beforeComma(units, cue.from - 1) : null) ??
    frontedSubject(units, cue);
  return range === null ? NONE : { kind: 'shared', range };
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
  // "she said when asked whether …": who was asked does not ask.
  if (cue.lemma === 'ask' && SUBORDINATORS.has(units[cue.from - 1]?.lower ?? '')) return NONE;
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
  if (cue.infinitive || cue.form === 'ing') return dependentSubject(units, cue);
  return subjectBefore(units, cue.from);
}
