import { BODY_WORDS, HONORIFICS, isTrade, OFFICES, PERSON_NOUNS } from './lexicon/people.ts';
import { PRONOUNS } from './lexicon/words.ts';
import { isComma, isDash, isHead, isVerb, nounPhraseStartingAt, type Range } from './phrases.ts';
import type { Unit } from './sentences.ts';

/** What a mention is made of: a name, a role, a pronoun, or words for something else (a poll, a statement). */
type MentionKind = 'name' | 'role' | 'pronoun' | 'thing';

/** A noun phrase read as the mention of a speaker. Ranges count the sentence's units. */
export interface Mention {
  readonly kind: MentionKind;
  readonly range: Range;
  /** The name without titles, where there is one. */
  readonly name: Range | null;
  /** The words that say what the speaker is, where there are any. */
  readonly role: Range | null;
  /** The noun of the role ("spokesman"), lower case; empty where there is none. */
  readonly roleNoun: string;
  readonly honorific: string;
  /** Whether the name is a body's rather than a person's, as far as its words tell. */
  readonly body: boolean;
  readonly definite: boolean;
  readonly plural: boolean;
}

type Units = readonly Unit[];

const NAME_PARTICLES = new Set(
  'de da del della di du des le la van von der den ter ten zu bin ibn al el abu ben'.split(' '),
);
const DEFINITE = new Set('the his her its their our my this that these those'.split(' '));

const isName = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  unit.capital &&
  unit.quotation === null &&
  unit.pos !== 'DET' &&
  !/^(?:the|a|an)$/u.test(unit.lower);

function isNamePart(units: Units, at: number): boolean {
  const unit = units[at];
  if (isName(unit)) return true;
  if (unit === undefined) return false;
  if (/^[-–'’.&/]$/u.test(unit.lower))
    return units[at - 1]?.end === unit.start || units[at + 1]?.start === unit.end;
  if (NAME_PARTICLES.has(unit.lower)) return isNamePart(units, at + 1) && at > 0;
  return unit.pos === 'NUM' && units[at - 1]?.capital === true;
}

/** Where the phrase's own head noun phrase ends: before "of", "for", a comma, a parenthesis. */
function headEnd(units: Units, range: Range): number {
  for (let at = range.from + 1; at <= range.to; at++) {
    const unit = units[at];
    if (unit === undefined) break;
    const tied =
      unit.pos === 'ADP' &&
      !(unit.lower === 'of' && (isName(units[at + 1]) || units[at + 1]?.lower === 'the'));
    if (tied || isComma(unit) || unit.lower === '(' || (isDash(unit) && units[at - 1]?.end !== unit.start))
      return at - 1;
  }
  return range.to;
}

/** The name at the end of a phrase: its last run of capitals, cut behind offices and the words that end a body's name. */
function nameIn(units: Units, from: number, to: number): Range | null {
  let start = to;
  if (!isNamePart(units, to)) return null;
  while (start > from && isNamePart(units, start - 1)) start--;
  while (start < to && !isName(units[start]) && !NAME_PARTICLES.has(units[start]?.lower ?? '')) start++;
  if (
    units[start - 1]?.lower === 'of' &&
    start - 2 >= from &&
    BODY_WORDS.has(units[start - 2]?.lower ?? '') &&
    isName(units[start - 2])
  ) {
    start -= 2;
    while (start > from && isName(units[start - 1])) start--;
    return { from: start, to };
  }
  for (let at = to - 1; at >= start; at--) {
    const lower = units[at]?.lower ?? '';
    const cut =
      HONORIFICS.has(lower) || OFFICES.has(lower) || (BODY_WORDS.has(lower) && to - at <= 3 && at > start);
    if (cut) return { from: at + 1, to };
    if (units[at]?.lower === "'s") return { from: at + 1, to };
  }
  return { from: to - start >= 2 && isTrade(units[start]?.lower ?? '') ? start + 1 : start, to };
}

function isBodyName(units: Units, name: Range): boolean {
  const last = units[name.to]?.lower ?? '';
  const text = units.slice(name.from, name.to + 1);
  if (BODY_WORDS.has(last)) return true;
  const word = units[name.to];
  if (text.length === 1 && word !== undefined && word.end - word.start <= 6 && word.end - word.start > 1)
    return word.lower.toUpperCase() === word.lower ? false : units[name.from - 1]?.lower === 'the';
  return units[name.from - 1]?.lower === 'the';
}

function withoutDeterminer(units: Units, range: Range): Range | null {
  let { from } = range;
  while (
    from <= range.to &&
    (units[from]?.pos === 'DET' ||
      /^(?:the|a|an|his|her|its|their|our|my|then|that|this|one|some|-|'s|')$/u.test(
        units[from]?.lower ?? '',
      ))
  )
    from++;
  return from <= range.to ? { from, to: range.to } : null;
}

/** The apposition behind a name: ", the former senator," and ", director of the institute,". */
export function appositionBehind(units: Units, at: number): Range | null {
  if (!isComma(units[at + 1]) && !isDash(units[at + 1])) return null;
  const start = at + 2;
  const phrase = nounPhraseStartingAt(units, start);
  if (phrase === null) return null;
  const first = units[start];
  if (first === undefined || PRONOUNS.has(first.lower)) return null;
  const noun = units[phrase.to]?.lower ?? '';
  const titled = units.slice(phrase.from, phrase.to + 1).some((unit) => isTrade(unit.lower));
  if (!titled && !PERSON_NOUNS.has(noun)) return null;
  let to = phrase.to;
  while (to + 1 < units.length) {
    const unit = units[to + 1];
    if (
      unit === undefined ||
      unit.quotation !== null ||
      isComma(unit) ||
      isVerb(unit) ||
      /^[.;:)—–―]$/u.test(unit.lower) ||
      /^(?:who|which|and|but)$/u.test(unit.lower)
    )
      break;
    to++;
  }
  return withoutDeterminer(units, { from: start, to });
}

/** The name that stands in apposition behind a role: "the energy minister, Herman Kovalchuk,". */
function nameBehind(units: Units, at: number): Range | null {
  if (!isComma(units[at + 1]) || !isName(units[at + 2])) return null;
  const phrase = nounPhraseStartingAt(units, at + 2);
  if (phrase === null) return null;
  const name = nameIn(units, phrase.from, phrase.to);
  const next = units[phrase.to + 1];
  const closed = next === undefined || isComma(next) || next.lower === '.';
  return closed && name !== null && name.from === phrase.from && name.to > name.from ? name : null;
}

/** The trade in "deputy commander of the Coastal Force", where no person's name follows the body's; else null. */
function officeAt(units: Units, range: Range): string | null {
  for (let at = range.from + 1; at < range.to; at++) {
    const unit = units[at];
    const noun = units[at - 1];
    if (unit === undefined || noun === undefined || !/^(?:of|for|at|to|from)$/u.test(unit.lower)) continue;
    if (!isTrade(noun.lower) || noun.pos === 'VERB') return null;
    const name = nameIn(units, at + 1, range.to);
    const person = name !== null && name.from > at + 1 && BODY_WORDS.has(units[name.from - 1]?.lower ?? '');
    return person || nameBehind(units, range.to) !== null ? null : noun.lower;
  }
  return null;
}

/** Reads a noun phrase as the mention of a speaker. */
export function readMention(units: Units, range: Range): Mention {
  const first = units[range.from];
  const end = headEnd(units, range);
  const head = units[end];
  const definite = first !== undefined && DEFINITE.has(first.lower);
  const base = { range, honorific: '', definite, plural: head?.lower.endsWith('s') ?? false };
  if (
    range.from === range.to &&
    first !== undefined &&
    (PRONOUNS.has(first.lower) || DEFINITE.has(first.lower))
  ) {
    return { ...base, kind: 'pronoun', name: null, role: null, roleNoun: '', body: false };
  }
  const office = officeAt(units, range);
  if (office !== null)
    return {
      ...base,
      kind: 'role',
      name: null,
      role: withoutDeterminer(units, range),
      roleNoun: office,
      body: false,
    };
  const name = isHead(head) || isNamePart(units, end) ? nameIn(units, range.from, end) : null;
  if (name !== null && PERSON_NOUNS.has(units[name.to]?.lower ?? '') && !isName(units[name.to]))
    return {
      ...base,
      kind: 'role',
      name: null,
      role: withoutDeterminer(units, range),
      roleNoun: head?.lower ?? '',
      body: false,
    };
  if (name !== null) return readNamed(units, base, name);
  const noun = head?.lower ?? '';
  const person =
    PERSON_NOUNS.has(noun) ||
    units
      .slice(range.from, range.to + 1)
      .some((unit) => PERSON_NOUNS.has(unit.lower) && unit.pos !== 'VERB' && units.indexOf(unit) <= end + 1);
  const role = withoutDeterminer(units, range);
  const behind = person || definite ? nameBehind(units, range.to) : null;
  if (behind !== null) return { ...base, kind: 'name', name: behind, role, roleNoun: noun, body: false };
  if (person) return { ...base, kind: 'role', name: null, role, roleNoun: noun, body: false };
  return { ...base, kind: 'thing', name: null, role: null, roleNoun: noun, body: true };
}

function readNamed(
  units: Units,
  base: Pick<Mention, 'range' | 'honorific' | 'definite' | 'plural'>,
  name: Range,
): Mention {
  let before = name.from - 1;
  let honorific = '';
  while (before >= base.range.from && HONORIFICS.has(units[before]?.lower ?? '')) {
    honorific = units[before]?.lower ?? '';
    before--;
  }
  const prefix =
    before >= base.range.from ? withoutDeterminer(units, { from: base.range.from, to: before }) : null;
  const role = prefix ?? appositionBehind(units, Math.max(base.range.to, name.to));
  const roleNoun =
    role === null
      ? ''
      : (units
          .slice(role.from, role.to + 1)
          .map((unit) => unit.lower)
          .findLast((word) => PERSON_NOUNS.has(word)) ?? '');
  const last = prefix === null ? undefined : units[prefix.to];
  const capitalRole =
    last !== undefined && roleNoun === '' && (isTrade(last.lower) || (!last.capital && last.pos === 'NOUN'));
  const kept = prefix !== null && roleNoun === '' && !capitalRole ? null : role;
  const joined = prefix !== null && kept === null && isName(last) && !BODY_WORDS.has(last?.lower ?? '');
  const whole = joined ? { from: prefix.from, to: name.to } : name;
  return {
    ...base,
    kind: 'name',
    honorific,
    name: whole,
    role: kept,
    roleNoun,
    body: kept === null && honorific === '' && isBodyName(units, whole),
  };
}
