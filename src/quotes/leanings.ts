import type { Candidate } from './candidates.ts';
import { PERSON_NOUNS } from './lexicon/people.ts';
import { ANSWERING, CUE_VERBS } from './lexicon/verbs.ts';
import { ANSWERING_NOUNS } from './lexicon/words.ts';
import type { Range } from './phrases.ts';
import { isUnreal } from './reality.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

const NO_CLAIM = new Set(
  'bail entry access visa visas permission asylum parole request requests motion appeal entrance admission service medical treatment credit loan license licence benefits'.split(
    ' ',
  ),
);

const POINTING = new Set('it them this that these those nothing something anything so'.split(' '));

/** "has not published them", "said nothing": no words of anybody's, unless they take a stance ("denied it", "criticised them"). */
function isBarePronoun(units: Units, ranges: readonly Range[], { lemma }: Candidate['cue']): boolean {
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
function isAboutBeingNamed(units: Units, range: Range | undefined): boolean {
  const first = range === undefined ? '' : (units[range.from]?.lower ?? '');
  if (range === undefined || (first !== 'to' && first !== 'not')) return false;
  const opening = units.slice(range.from, range.from + 5).map((unit) => unit.lower);
  return /^(?:not )?to (?:be (?:named|identified|quoted)|give (?:his|her|their|a) (?:\p{L}+ )?(?:sur)?names?\b)/u.test(
    opening.join(' '),
  );
}

/** “Macbeth of the North” opened in May: a quotation without a pause behind it is what the verb tells of. */
function isToldOf(text: string, units: Units, { cue, subject, ranges, side }: Candidate): boolean {
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
function isOtherSense(units: Units, { cue, ranges, complement }: Candidate): boolean {
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
function isFinding(units: Units, { cue, subject: { range }, complement, side }: Candidate): boolean {
  if (range === null || !FINDING.has(cue.lemma) || cue.kind !== 'verb') return false;
  const clausal = complement.frame === 'that' || complement.frame === 'clause' || side !== 'right';
  return clausal && units.slice(range.from, range.to + 1).some(({ lower }) => STUDIES.has(lower));
}

/**
 * What rules add to the model's verdict on a candidate, in its own log-odds: never, where the words have another sense or nobody
 * gave an answer; more, where somebody answers a claim, for a missed denial can end a story.
 */
export function leaning(text: string, units: Units, candidate: Candidate): number {
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
