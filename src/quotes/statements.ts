import type { Span } from '../records/span.ts';
import { describeCandidate } from './acceptance.ts';
import { propose, type Candidate } from './candidates.ts';
import { spansOf } from './content-spans.ts';
import { isOpen, isQuotationOnly, isSpoken, quotationSpans, readContinuation } from './continuations.ts';
import { findCues } from './cues.ts';
import { PERSON_NOUNS } from './lexicon/people.ts';
import { ANSWERING, CUE_VERBS } from './lexicon/verbs.ts';
import { ANSWERING_NOUNS } from './lexicon/words.ts';
import type { Range } from './phrases.ts';
import { withRelays } from './relays.ts';
import { isNobody, isUnreal } from './reality.ts';
import { isBeatenBy, isEchoOf, type Rival } from './rivals.ts';
import type { Sentence, Unit } from './sentences.ts';
import { findTurns, type Turn } from './transcripts.ts';
import { score, WEIGHTS } from './weights.ts';

const WORDS = /[\p{L}\p{N}]/u;

/** A statement found by grammar, before its speaker is resolved. */
export interface Statement extends Rival {
  /** The index of the sentence that holds the cue. */
  readonly sentence: number;
}

const NO_CLAIM = new Set(
  'bail entry access visa visas permission asylum parole request requests motion appeal entrance admission service medical treatment credit loan license licence benefits'.split(
    ' ',
  ),
);

const POINTING = new Set('it them this that these those nothing something anything so'.split(' '));

/** "has not published them", "said nothing": no words of anybody's, unless they take a stance ("denied it", "criticised them"). */
function isBarePronoun(
  units: readonly Unit[],
  ranges: readonly Range[],
  { lemma }: Candidate['cue'],
): boolean {
  const [range] = ranges;
  return (
    range !== undefined &&
    ranges.length === 1 &&
    range.from === range.to &&
    POINTING.has(units[range.from]?.lower ?? '') &&
    (CUE_VERBS.get(lemma)?.stance ?? 'claimed') === 'claimed'
  );
}

/** "not to be named", "to give his name": who speaks, not what is said. */
function isAboutBeingNamed(units: readonly Unit[], range: Range | undefined): boolean {
  const first = range === undefined ? '' : (units[range.from]?.lower ?? '');
  if (range === undefined || (first !== 'to' && first !== 'not')) return false;
  const opening = units.slice(range.from, range.from + 5).map((unit) => unit.lower);
  return /^(?:not )?to (?:be (?:named|identified|quoted)|give (?:his|her|their|a) (?:\p{L}+ )?(?:sur)?names?\b)/u.test(
    opening.join(' '),
  );
}

/** “Macbeth of the North” opened in May: a quotation without a pause behind it is what the verb tells of. */
function isToldOf(text: string, units: readonly Unit[], { cue, subject, ranges, side }: Candidate): boolean {
  const quotation = units[cue.from - 1]?.quotation ?? null;
  return (
    side === 'left' &&
    subject.range === null &&
    ranges.length === 1 &&
    quotation !== null &&
    !/[,.!?…—-]$/u.test(text.slice(quotation.innerStart, quotation.innerEnd))
  );
}

const OBJECTS = new Set('him them me us'.split(' '));
const TAKEN_IN = new Set(
  'people patients students pupils members women men children refugees migrants son daughter hospital school university court visitors fans'.split(
    ' ',
  ),
);
const GREETED = new Set('crowd audience applause cheers fans supporters presence receipt flags'.split(' '));

/** "denied him the pleasure", "admitted 40 patients", "acknowledged the crowd": the verbs in another sense, by their objects. */
function isOtherSense(units: readonly Unit[], { cue, ranges, complement }: Candidate): boolean {
  const [range] = ranges;
  if (range === undefined || (complement.frame !== 'phrase' && complement.frame !== 'clause')) return false;
  const object = units.slice(range.from, range.to + 1).map(({ lower }) => lower);
  const [first = '', second = ''] = object;
  if (cue.lemma === 'deny' || cue.lemma === 'refuse')
    return OBJECTS.has(first) ? object.length > 1 : first === 'her' && /^(?:an?|the|any|all)$/u.test(second);
  if (cue.lemma === 'admit') return object.some((word) => TAKEN_IN.has(word));
  return cue.lemma === 'acknowledge' && object.slice(0, 3).some((word) => GREETED.has(word));
}

const STUDIES = new Set(
  'poll polls survey surveys study studies audit inquiry investigation census analysis research findings figures data'.split(
    ' ',
  ),
);
const FINDING = new Set('find show suggest indicate reveal conclude estimate'.split(' '));

/** "A poll found that …", "…, a study showed": a study speaks by what it finds. */
function isFinding(
  units: readonly Unit[],
  { cue, subject: { range }, complement, side }: Candidate,
): boolean {
  if (range === null || !FINDING.has(cue.lemma) || cue.kind !== 'verb') return false;
  const clausal = complement.frame === 'that' || complement.frame === 'clause' || side !== 'right';
  return clausal && units.slice(range.from, range.to + 1).some(({ lower }) => STUDIES.has(lower));
}

function leaning(text: string, units: readonly Unit[], candidate: Candidate): number {
  const { cue, subject, ranges, complement } = candidate;
  if (isToldOf(text, units, candidate) || isUnreal(units, cue, subject.range)) return -Infinity;
  if (
    cue.lemma === 'cite' &&
    ranges.some((range) => units.slice(range.from, range.to + 1).some((unit) => PERSON_NOUNS.has(unit.lower)))
  )
    return -Infinity;
  if (cue.lemma === 'ask' && subject.range === null && (cue.passive || complement.frame === 'preposition'))
    return -Infinity;
  if (isBarePronoun(units, ranges, cue)) return -Infinity;
  if (isAboutBeingNamed(units, ranges[0])) return -Infinity;
  if (cue.kind === 'noun' && complement.frame === 'phrase' && subject.range === null) return -Infinity;
  if (cue.kind === 'noun' && ANSWERING_NOUNS.has(cue.lemma) && subject.range !== null) return 1.5;
  if (cue.kind === 'noun' && complement.frame === 'that' && subject.range !== null) return 1;
  if (isFinding(units, candidate)) return 2;
  if (cue.lemma === 'rule' && units[cue.to + 1]?.lower === 'out' && subject.range !== null) return 1;
  if (!ANSWERING.has(cue.lemma)) return 0;
  const [range] = ranges;
  if (isOtherSense(units, candidate)) return -Infinity;
  const refused = cue.lemma === 'deny' || cue.lemma === 'refuse' || cue.lemma === 'reject';
  if (
    refused &&
    complement.frame === 'phrase' &&
    range !== undefined &&
    units.slice(range.from, Math.min(range.to, range.from + 4) + 1).some((unit) => NO_CLAIM.has(unit.lower))
  )
    return -Infinity;
  return subject.range !== null && !cue.passive ? 1.5 : 0;
}

/** The statements of one sentence, the surest of those that claim the same words. */
function readSentence(text: string, sentence: Sentence, index: number): Growing[] {
  const found: Growing[] = [];
  const { units } = sentence;
  const proposed = withRelays(
    text,
    units,
    findCues(units).flatMap((cue) => propose(text, units, cue) ?? []),
  );
  for (const each of proposed) {
    const candidate = cutAtOwnVerb(sentence.units, each, proposed);
    const confidence =
      score(WEIGHTS.accept, describeCandidate(text, sentence, candidate)) + leaning(text, units, candidate);
    if (confidence <= 0) continue;
    found.push({
      candidate: withNobody(units, candidate),
      sentence: index,
      content: spansOf(text, sentence.units, candidate.ranges),
      confidence,
    });
  }
  const telling = found.filter((one) => !found.some((other) => other !== one && isEchoOf(one, other)));
  return telling.filter((one) => !telling.some((other) => other !== one && isBeatenBy(one, other)));
}

/** "Nobody confirmed it": nobody speaks, and it was not confirmed. */
function withNobody(units: readonly Unit[], candidate: Candidate): Candidate {
  if (!isNobody(units, candidate.subject)) return candidate;
  const cue = { ...candidate.cue, negated: !candidate.cue.negated };
  return { ...candidate, cue, subject: { kind: 'none', range: null } };
}

/** "stated that it was aware but would not be drawn": the second verb is the speaker's own and ends the first content. */
function cutAtOwnVerb(units: readonly Unit[], one: Candidate, all: readonly Candidate[]): Candidate {
  const [range] = one.ranges;
  const speaker = one.subject.range;
  if (range === undefined || speaker === null || one.side !== 'right') return one;
  const own = all.find(
    ({ cue, subject }) =>
      subject.kind === 'shared' &&
      subject.range?.to === speaker.to &&
      cue.from > range.from + 1 &&
      cue.from <= range.to &&
      units[cue.from - 1]?.pos === 'CCONJ',
  );
  if (own === undefined) return one;
  const comma = units[own.cue.from - 2]?.lower === ',' ? 3 : 2;
  return { ...one, ranges: [{ from: range.from, to: own.cue.from - comma }] };
}

function statementOf(turn: Turn): Growing {
  const subject = { kind: 'before', range: turn.speaker } as const;
  const complement = { frame: 'colon', start: turn.cue.to + 1, addressee: null, preposition: '' } as const;
  const candidate: Candidate = { cue: turn.cue, subject, complement, side: 'right', ranges: [] };
  return { candidate, sentence: turn.sentence, content: [...turn.content], confidence: 0 };
}

/** Whether a quotation ended a statement, so that the next quotation may go on with it. */
function endsQuoted(sentence: Sentence, statement: Statement): boolean {
  const { candidate } = statement;
  if (candidate === null) return true;
  return (
    candidate.ranges.some(
      (range) => sentence.units[range.to]?.quotation != null || sentence.units[range.from]?.quotation != null,
    ) || candidate.side === 'following'
  );
}

/** A statement whose content may still go on: it grows in place, so that endless quotations stay linear. */
type Growing = Omit<Statement, 'content'> & { readonly content: Span[] };

/**
 * All statements of a text. A quotation that stands alone goes on with the statement before it: in the same paragraph
 * always, in the next one when the quotation was left open, when a quotation and who said it were the whole paragraph, or
 * when nothing but quotations follows. One with words around it goes on within its paragraph alone.
 */
export function findStatements(text: string, sentences: readonly Sentence[]): readonly Statement[] {
  const statements: Growing[] = [];
  const turns = new Map(findTurns(text, sentences).map((turn) => [turn.sentence, turn]));
  let current: Growing | null = null;
  for (let index = 0; index < sentences.length; index++) {
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    const turn = turns.get(index);
    if (turn !== undefined) {
      current = statementOf(turn);
      statements.push(current);
      index = turn.last;
      continue;
    }
    if (isQuotationOnly(sentence)) {
      const before = sentences[index - 1];
      const same: boolean = before !== undefined && before.paragraph === sentence.paragraph;
      const goesOn: boolean =
        current !== null &&
        (same ||
          isOpen(before) ||
          isSpoken(before) ||
          current.candidate?.side === 'following' ||
          isQuotationOnly(before));
      if (current !== null && goesOn) {
        current.content.push(...quotationSpans(text, sentence));
      } else {
        current = {
          candidate: null,
          sentence: index,
          content: quotationSpans(text, sentence),
          confidence: 0,
        };
        statements.push(current);
      }
      continue;
    }
    const found = readSentence(text, sentence, index);
    const sameParagraph = sentences[index - 1]?.paragraph === sentence.paragraph;
    const more =
      found.length === 0 && sameParagraph && current !== null ? readContinuation(text, sentence) : [];
    if (more.length > 0) {
      current?.content.push(...more);
      continue;
    }
    statements.push(...found);
    current = found.findLast((statement) => endsQuoted(sentence, statement)) ?? null;
  }
  return statements.flatMap((statement) => {
    const content = statement.content.filter(([start, end]) => WORDS.test(text.slice(start, end)));
    return content.length === 0 ? [] : [{ ...statement, content }];
  });
}
