import {
  BODY_WORDS,
  FEMALE_HONORIFICS,
  FEMALE_NAMES,
  isTrade,
  MALE_HONORIFICS,
  MALE_NAMES,
  PERSON_NOUNS,
} from './lexicon/people.ts';
import { appositionBehind, readMention, type Mention } from './mentions.ts';
import { isFinite, isTime, nounPhraseEndingAt, nounPhraseStartingAt, type Range } from './phrases.ts';
import type { Sentence, Unit } from './sentences.ts';

type Gender = 'female' | 'male' | 'unknown';

/** Somebody or something an article speaks of, gathered from all its mentions. */
export interface Figure {
  name: string | null;
  role: string | null;
  readonly roleNouns: Set<string>;
  gender: Gender;
  /** Whether it is no person, as far as is known. */
  body: boolean;
  readonly plural: boolean;
  /** Where it was mentioned: sentence and unit, and whether as the subject of its sentence. */
  readonly places: Place[];
  /** The words of the name, folded; kept, because every mention is compared with every figure. */
  nameParts: readonly string[];
}

interface Place {
  readonly sentence: number;
  readonly paragraph: number;
  readonly unit: number;
  readonly subject: boolean;
}

type Units = readonly Unit[];

/** The words of a range as they stand in the article. */
export function wordsAt(text: string, units: Units, range: Range): string {
  const first = units[range.from];
  const last = units[range.to];
  return first === undefined || last === undefined ? '' : text.slice(first.start, last.end);
}

const ASCII = /^[\x20-\x7e]*$/u;
const plain = (name: string): string =>
  ASCII.test(name) ? name.toLowerCase() : name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const parts = (name: string): string[] =>
  plain(name)
    .split(/[\s.]+/u)
    .filter((part) => part !== '');

/** Whether two names can be one person's or body's: equal, or one is the other's surname, given name or acronym. */
function partsAgree(first: readonly string[], second: readonly string[]): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  const last = short.at(-1);
  if (last === undefined) return false;
  if (short.length === 1) {
    if (last === long.at(-1) || (last === long[0] && long.length === 2)) return true;
    return last.length > 1 && last.length === long.length && long.every((each, at) => each[0] === last[at]);
  }
  if (last !== long.at(-1)) return false;
  const tail = long.slice(long.length - short.length);
  if (short.every((part, at) => part === tail[at])) return true;
  if (short[0] !== long[0]) return false;
  return short.length < long.length || short.every((part, at) => part === long[at]);
}

function genderOf(mention: Mention, name: string | null): Gender {
  if (FEMALE_HONORIFICS.has(mention.honorific) || mention.roleNoun.endsWith('woman')) return 'female';
  if (MALE_HONORIFICS.has(mention.honorific) || /(?:^|s|e|r|h)man$/u.test(mention.roleNoun)) return 'male';
  const given = name === null ? '' : (parts(name)[0] ?? '');
  if (name !== null && parts(name).length < 2) return 'unknown';
  if (FEMALE_NAMES.has(given)) return 'female';
  return MALE_NAMES.has(given) ? 'male' : 'unknown';
}

/** The people and bodies of an article, as they are met in reading order. */
export interface Cast {
  readonly figures: readonly Figure[];
  /** Notes a mention and returns the figure it means; null for pronouns and for things without a name. */
  note(sentence: number, units: Units, mention: Mention, subject: boolean): Figure | null;
  /** The figure a pronoun at a place most likely means. */
  pronoun(word: string, sentence: number, unit: number, speaker: Figure | null): Figure | null;
}

function findNamed(figures: readonly Figure[], name: readonly string[]): Figure | undefined {
  return figures.findLast((figure) => figure.name !== null && partsAgree(figure.nameParts, name));
}

function longer(one: string | null, other: string): string {
  if (one !== null && one === one.toUpperCase() && plain(one) === plain(other)) return other;
  return one === null ||
    (parts(other).length > parts(one).length && !/^[A-Z.]+$/u.test(one)) ||
    (/^[A-Z]{2,}$/u.test(one) && parts(other).length > 1)
    ? other
    : one;
}

const holdsAll = (all: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => all.includes(word));

/** The figure a returning role means ("the prime minister"): every word of it is in the figure's role, else its noun is. */
function findByRole(figures: readonly Figure[], role: string, mention: Mention): Figure | undefined {
  const plural = mention.plural && PERSON_NOUNS.has(mention.roleNoun);
  const words = parts(role);
  const whole = figures.findLast(
    (each) => each.plural === plural && each.role !== null && holdsAll(parts(each.role), words),
  );
  return whole ?? figures.findLast((each) => each.plural === plural && each.roleNouns.has(mention.roleNoun));
}

/** "the ministry", "the report": what is spoken of without a name, and may come back as "it". */
function isNameless({ kind, definite, plural }: Mention): boolean {
  return kind === 'thing' && definite && !plural;
}

const REACH = 14;

/** More names than any article has: the oldest are forgotten, so that a hostile text stays linear. */
const MOST_FIGURES = 300;

/** A name that nothing shows to be a person's: no role, no title, no known given name, never "he" or "she". */
function isPerhapsBody({ name, role, gender, roleNouns }: Figure): boolean {
  return name !== null && role === null && gender === 'unknown' && roleNouns.size === 0;
}

function suits(figure: Figure, word: string): boolean {
  if (word === 'she' || word === 'her') return figure.gender !== 'male' && !figure.body && !figure.plural;
  if (word === 'he' || word === 'his' || word === 'him')
    return figure.gender !== 'female' && !figure.body && !figure.plural;
  if (word === 'it' || word === 'its') return figure.body || isPerhapsBody(figure);
  if (word === 'they' || word === 'their') return figure.plural || figure.body;
  return !figure.body;
}

/** What standing in the pronoun's own paragraph is worth: who was brought up there goes before an earlier speaker. */
const SAME_PARAGRAPH = 0.7;

/** The figure a pronoun means: near, a subject, the last speaker, of the right gender. */
function findMeant(
  figures: readonly Figure[],
  word: string,
  at: Omit<Place, 'subject'>,
  speaker: Figure | null,
): Figure | null {
  const { sentence, paragraph, unit } = at;
  let best: Figure | null = null;
  let bestScore = -Infinity;
  for (const figure of figures) {
    if (!suits(figure, word)) continue;
    const place = figure.places.findLast(
      (each) => each.sentence < sentence || (each.sentence === sentence && each.unit < unit),
    );
    if (place === undefined || sentence - place.sentence > REACH) continue;
    const worth =
      place.sentence -
      sentence +
      (place.subject ? 1.5 : 0) +
      (figure === speaker ? (figure.body ? 0.5 : 1.2) : 0) +
      (place.paragraph === paragraph ? SAME_PARAGRAPH : 0) +
      (figure.gender === 'unknown' ? 0 : 0.5);
    if (worth > bestScore) {
      bestScore = worth;
      best = figure;
    }
  }
  if (best !== null && best.gender === 'unknown' && (word === 'he' || word === 'she'))
    best.gender = word === 'he' ? 'male' : 'female';
  if (best !== null && (word === 'it' || word === 'its')) best.body = true;
  return best;
}

/** An empty cast for one article's text and its sentences. */
export function createCast(text: string, sentences: readonly Pick<Sentence, 'paragraph'>[]): Cast {
  const paragraphOf = (sentence: number): number => sentences[sentence]?.paragraph ?? -1;
  const figures: Figure[] = [];
  const note = (sentence: number, units: Units, mention: Mention, subject: boolean): Figure | null => {
    const nameless = isNameless(mention);
    if (mention.name !== null && isTime(units, mention.name)) return null;
    if (mention.kind === 'pronoun' || (mention.kind === 'thing' && !nameless)) return null;
    const name = mention.name === null ? null : wordsAt(text, units, mention.name);
    const role = mention.role === null ? null : wordsAt(text, units, mention.role);
    const nameParts = name === null ? [] : parts(name);
    let figure = name === null ? undefined : findNamed(figures, nameParts);
    if (name === null && mention.definite && role !== null)
      figure = nameless
        ? figures.findLast((each) => each.name === null && each.body && each.role === role)
        : findByRole(figures, role, mention);
    if (figure === undefined) {
      figure = {
        name,
        nameParts,
        role,
        roleNouns: new Set(),
        gender: genderOf(mention, name),
        body: mention.body,
        plural: name === null && mention.plural,
        places: [],
      };
      figures.push(figure);
      if (figures.length > MOST_FIGURES) figures.shift();
    } else {
      if (name !== null && figure.name !== name) {
        figure.name = longer(figure.name, name);
        figure.nameParts = parts(figure.name);
      }
      if (figure.role === null && name !== null) figure.role = role;
      const gender = genderOf(mention, name);
      if (figure.gender === 'unknown') figure.gender = gender;
    }
    if (mention.roleNoun !== '') figure.roleNouns.add(mention.roleNoun);
    figure.places.push({ sentence, paragraph: paragraphOf(sentence), unit: mention.range.from, subject });
    return figure;
  };
  const pronoun = (word: string, sentence: number, unit: number, speaker: Figure | null): Figure | null =>
    findMeant(figures, word, { sentence, paragraph: paragraphOf(sentence), unit }, speaker);
  return { figures, note, pronoun };
}

/** "the spokesman for Drovia's president, Pavo Lindqvar": the office before a tie belongs to the mention. */
function withOffice(units: Units, phrase: Range): Range {
  const tie = units[phrase.from - 1];
  const noun = units[phrase.from - 2];
  if (tie === undefined || noun === undefined || !/^(?:of|for|to)$/u.test(tie.lower) || !isTrade(noun.lower))
    return phrase;
  const outer = nounPhraseEndingAt(units, phrase.from - 2);
  return outer === null ? phrase : { from: outer.from, to: phrase.to };
}

/** A body's whole name: "the Union of River Pilots". */
function bodyPhrase(units: Units, phrase: Range | null): Range | null {
  if (phrase === null || !BODY_WORDS.has(units[phrase.to]?.lower ?? '') || units[phrase.to]?.capital !== true)
    return phrase;
  if (units[phrase.to + 1]?.lower !== 'of' || units[phrase.to + 2]?.capital !== true) return phrase;
  const more = nounPhraseStartingAt(units, phrase.to + 2);
  return more === null ? phrase : { from: phrase.from, to: more.to };
}

/** Notes every named person and body of a sentence that stands before `until`. */
export function noteNames(cast: Cast, index: number, sentence: Sentence, until = Infinity): void {
  const { units } = sentence;
  let at = 0;
  let verbSeen = false;
  const lastCapital = units.findLastIndex(({ capital }) => capital);
  while (at < units.length && at < until) {
    const unit = units[at];
    // Behind the verb names alone are noted.
    if (unit === undefined || (verbSeen && at > lastCapital)) break;
    if (isFinite(unit)) verbSeen = true;
    const phrase = unit.quotation === null ? bodyPhrase(units, nounPhraseStartingAt(units, at)) : null;
    if (phrase === null) {
      at++;
      continue;
    }
    const mention = readMention(units, withOffice(units, phrase));
    if (mention.kind === 'name' && mention.name !== null)
      cast.note(index, units, mention, !verbSeen && units[phrase.from - 1]?.pos !== 'ADP');
    else if (
      (mention.kind === 'role' || isNameless(mention)) &&
      appositionBehind(units, phrase.to) === null &&
      !verbSeen &&
      mention.definite
    )
      cast.note(index, units, mention, true);
    at = phrase.to + 1;
  }
}
