import { BODY_WORDS, HONORIFICS, isTrade, OFFICES, PERSON_NOUNS } from './lexicon/people.ts';
import { MEDIA } from './lexicon/outlets.ts';
import { PRONOUNS } from './lexicon/words.ts';
import { endsInSurname, headEnd, isBodyName, isName, isNamePart, nameIn } from './names.ts';
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

const DEFINITE = new Set('the his her its their our my this that these those'.split(' '));

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

/** The name that stands in apposition behind a role: "the energy minister, Herman Kovalchuk,"; a body's may be one word. */
function nameBehind(units: Units, at: number, body: boolean): Range | null {
  if (!isComma(units[at + 1]) || !isName(units[at + 2])) return null;
  const phrase = nounPhraseStartingAt(units, at + 2);
  if (phrase === null) return null;
  const name = nameIn(units, phrase.from, phrase.to);
  const next = units[phrase.to + 1];
  const closed = next === undefined || isComma(next) || next.lower === '.';
  if (!closed || name === null) return null;
  const titled = units
    .slice(phrase.from, name.from)
    .every(({ lower }) => OFFICES.has(lower) || HONORIFICS.has(lower));
  return titled && (body || name.to > phrase.from) ? name : null;
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
    return person || nameBehind(units, range.to, false) !== null ? null : noun.lower;
  }
  return null;
}

/** Reads a noun phrase as the mention of a speaker. */
export function readMention(units: Units, range: Range): Mention {
  const first = units[range.from];
  const end = headEnd(units, range);
  const head = units[end];
  const possessed = units.slice(range.from, end).some(({ lower }) => lower === "'s");
  const definite = first !== undefined && (DEFINITE.has(first.lower) || possessed);
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
  if (name !== null && PERSON_NOUNS.has(units[name.to]?.lower ?? '') && !endsInSurname(units, name))
    return {
      ...base,
      kind: 'role',
      name: null,
      role: withoutDeterminer(units, range),
      roleNoun: head?.lower ?? '',
      body: false,
    };
  if (name !== null) return readNamed(units, base, withPlace(units, range, name));
  const noun = head?.lower ?? '';
  const person =
    PERSON_NOUNS.has(noun) ||
    units
      .slice(range.from, range.to + 1)
      .some((unit) => PERSON_NOUNS.has(unit.lower) && unit.pos !== 'VERB' && units.indexOf(unit) <= end + 1);
  const role = withoutDeterminer(units, range);
  const counted = first?.lower === 'one' && units[range.from + 1]?.lower === 'of';
  const named = person || definite || counted || isTrade(noun);
  const body = BODY_WORDS.has(noun) || noun === 'firm';
  const behind = named ? nameBehind(units, range.to, body) : null;
  if (behind !== null)
    return { ...base, kind: 'name', name: behind, role: counted ? null : role, roleNoun: noun, body };
  if (person) return { ...base, kind: 'role', name: null, role, roleNoun: noun, body: false };
  return { ...base, kind: 'thing', name: null, role: range, roleNoun: noun, body: true };
}

/** "Morvan state TV": a medium's name is all that stands before it. */
function withPlace(units: Units, range: Range, name: Range): Range {
  const medium = name.from === name.to && MEDIA.has(units[name.to]?.lower ?? '');
  return medium ? (withoutDeterminer(units, { from: range.from, to: name.to }) ?? name) : name;
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
  // "a figure Northline disputes": a clause, no role.
  const clause = units[base.range.from]?.lower === 'a' || units[base.range.from]?.lower === 'an';
  const kept =
    prefix !== null && ((roleNoun === '' && !capitalRole) || (clause && last?.capital === false))
      ? null
      : role;
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
