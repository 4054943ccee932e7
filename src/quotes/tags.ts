import { CUE_VERBS, PARTICLE, PREPOSITIONAL, type Form } from './lexicon/verbs.ts';
import { TIME_WORDS, WH_WORDS } from './lexicon/words.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const SINGULAR = set('a an this each every');
const DETERMINERS = set("a an the his her its their our my your 's ' no any this these those such");
/** Words that stand for people by themselves, which the tagger takes for determiners or adjectives. */
const PEOPLE = set(
  'both all some others another many most few several who which that they we he she it i you',
);
/** Nouns that take a plural verb though they do not end like a plural. */
const MANY = set('police people men women children third half quarter percent majority public staff youth');
const TAKEN_FOR = set('NOUN ADJ PROPN');
const BE_OR_HAVE = set("be is are was were been being 're 'm have has had having 've 'd am 's");
const BEFORE_BASE = set("will would can could may might shall should must do does did to 'll n't not");
const BEFORE_ING = set('by for of in without from after before while when despite since and but or on about');

/** Whether a base form stands where only a noun can: "a court file", "according to press reports". */
function isNounInVerbsClothes(units: Units, at: number): boolean {
  const [before, previous] = [units[at - 2], units[at - 1]];
  if (previous?.lower === 'to') return before?.lower === 'according';
  if (CUE_VERBS.get(units[at]?.lower ?? '')?.form !== 'base') return false;
  if (/^(?:declin|refus)(?:e|es|ed|ing)$/u.test(previous?.lower ?? '')) return true;
  return previous?.pos === 'NOUN' && SINGULAR.has(before?.lower ?? '');
}

/** A name that opens its sentence and that the tagger took for a verb: "Hoover estimated". */
function isNameBeforeVerb(units: Units): boolean {
  const [first, next] = units;
  if (first?.pos !== 'VERB' || !first.capital || CUE_VERBS.has(first.lower)) return false;
  // "Downing Street rejected": a participle would want a comma before the main verb.
  if (next?.pos === 'PROPN' && next.capital && !TIME_WORDS.has(next.lower) && units[2]?.pos === 'VERB')
    return true;
  return next?.pos === 'VERB' && CUE_VERBS.get(next.lower)?.form === 'past';
}

/** Whether a content may begin with a unit. */
function opensContent(unit: Unit | undefined): boolean {
  if (unit === undefined) return false;
  return (
    unit.quotation !== null ||
    unit.lower === 'that' ||
    unit.pos === 'DET' ||
    unit.pos === 'PRON' ||
    unit.pos === 'PROPN' ||
    unit.pos === 'NUM' ||
    WH_WORDS.has(unit.lower)
  );
}

/** The nearest unit before `at` that is no adverb. */
function beforeAdverbs(units: Units, at: number): Unit | undefined {
  let index = at - 1;
  while (index > 0 && units[index]?.pos === 'ADV' && !BEFORE_BASE.has(units[index]?.lower ?? '')) index--;
  return units[index];
}

function isSubject(unit: Unit): boolean {
  if (unit.quotation !== null || unit.lower === "'s" || unit.lower === "'") return false;
  return PEOPLE.has(unit.lower) || ['PROPN', 'NOUN', 'PRON', 'NUM'].includes(unit.pos);
}

/** Where each form can only, or nearly only, be a verb; `next` is the unit behind it. */
const STANDS_AS_VERB: Readonly<
  Record<Form, (before: Unit, next: Unit | undefined, lemma: string) => boolean>
> = {
  third: (before, next, lemma) =>
    (isSubject(before) && !before.lower.endsWith('s') && (opensContent(next) || leads(lemma, next))) ||
    (before.pos === 'PROPN' && next?.lower === ':') ||
    (before.lower === ',' && (next?.lower === 'that' || next?.quotation != null)),
  base: (before, next, lemma) =>
    BEFORE_BASE.has(before.lower) ||
    (isPlural(before) && (opensContent(next) || leads(lemma, next))) ||
    (/^(?:and|or)$/u.test(before.lower) && (next?.lower === 'that' || next?.lower === 'to')),
  past: (before, next, lemma) =>
    (BE_OR_HAVE.has(before.lower) && next?.pos !== 'NOUN') ||
    (isSubject(before) && (opensContent(next) || next?.pos === 'ADP' || next?.lower === PARTICLE.get(lemma))),
  ing: (before, next, lemma) =>
    (BE_OR_HAVE.has(before.lower) || before.lower === ',' || BEFORE_ING.has(before.lower)) &&
    (opensContent(next) || leads(lemma, next) || next?.lower === 'to' || next?.pos === 'ADJ'),
};

/** "…, the Evening Post reports.": a name behind a comma, and the end of the sentence. */
function closesReport(units: Units, at: number): boolean {
  if (units[at - 1]?.pos !== 'PROPN' || !/^[.,]?$/u.test(units[at + 1]?.lower ?? '.')) return false;
  let from = at - 1;
  while (from > 0 && /^(?:PROPN|NOUN|ADJ|DET|ADP)$/u.test(units[from]?.pos ?? '')) from--;
  return from > 2 && (units[from]?.lower === ',' || units[from]?.quotation != null);
}

function isPlural(unit: Unit): boolean {
  const many = unit.lower.endsWith('s') || unit.pos === 'NUM' || MANY.has(unit.lower);
  return PEOPLE.has(unit.lower) || (isSubject(unit) && many);
}

function leads(lemma: string, next: Unit | undefined): boolean {
  return next !== undefined && PREPOSITIONAL.get(lemma)?.has(next.lower) === true;
}

/** Whether a cue verb was taken for another word: "officials say they", "has repeatedly referenced". */
function isVerbInNounsClothes(units: Units, at: number): boolean {
  const unit = units[at];
  if (unit === undefined || !TAKEN_FOR.has(unit.pos)) return false;
  const verb = CUE_VERBS.get(unit.lower);
  if (verb === undefined) return false;
  const before = beforeAdverbs(units, at);
  const near = units[at - 1];
  if (before === undefined || near === undefined || near.quotation !== null) return false;
  if (near.end === unit.start) return false;
  const titled = unit.capital && isTitleCase(units);
  if (unit.pos === 'PROPN' && !titled) return false;
  const next = units[at + 1];
  // "Milbury Rail Users" has no verb: a base form wants a plural before it.
  if (titled && verb.form === 'base' && !isPlural(before)) return false;
  if (titled) return isSubject(before) && next !== undefined && next.pos !== 'PUNCT' && verb.form !== 'ing';
  if (near.pos === 'DET' && DETERMINERS.has(near.lower)) return false;
  if (verb.form === 'third' && closesReport(units, at)) return true;
  return STANDS_AS_VERB[verb.form](before, next, verb.lemma);
}

/** Whether nearly every longer word is capitalised, as in a headline. */
function isTitleCase(units: Units): boolean {
  const words = units.filter(({ lower, quotation }) => quotation === null && /^\p{L}{4}/u.test(lower));
  return words.length > 2 && words.filter(({ capital }) => capital).length >= words.length * 0.8;
}

/** The units of a sentence with the tags that their neighbours prove wrong. */
export function mendTags(units: Units): Units {
  return units.map((unit, at) => {
    if (unit.pos !== 'VERB') {
      return isVerbInNounsClothes(units, at) ? { ...unit, pos: 'VERB', mended: true } : unit;
    }
    if (at === 0 && isNameBeforeVerb(units)) return { ...unit, pos: 'PROPN' };
    return isNounInVerbsClothes(units, at) ? { ...unit, pos: 'NOUN' } : unit;
  });
}
