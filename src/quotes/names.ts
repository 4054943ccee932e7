import {
  BODY_WORDS,
  FEMALE_NAMES,
  HONORIFICS,
  isTrade,
  MALE_NAMES,
  OFFICES,
  PERSON_NOUNS,
} from './lexicon/people.ts';
import { TIME_WORDS } from './lexicon/words.ts';
import { isComma, isDash, type Range } from './phrases.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

const NAME_PARTICLES = new Set(
  'de da del della di du des le la van von der den ter ten zu bin ibn al el abu ben'.split(' '),
);

/** Whether a unit is a word of a name by its capital. */
export const isName = (unit: Unit | undefined): boolean =>
  unit !== undefined &&
  unit.capital &&
  unit.quotation === null &&
  unit.pos !== 'DET' &&
  !/^(?:the|a|an|his|her|its|their|our|my|one|two|three|four|five|six|seven|eight|nine|ten|some|many|both|several|all|each|others?)$/u.test(
    unit.lower,
  );

/** Whether a unit can be a part of a name: a capital, a particle, what joins two names. */
export function isNamePart(units: Units, at: number): boolean {
  const unit = units[at];
  if (isName(unit)) return true;
  if (unit === undefined) return false;
  if (unit.lower === '&') return isName(units[at - 1]) && isName(units[at + 1]);
  if (/^[-–'’./]$/u.test(unit.lower))
    return units[at - 1]?.end === unit.start || units[at + 1]?.start === unit.end;
  if (NAME_PARTICLES.has(unit.lower)) return isNamePart(units, at + 1) && at > 0;
  return unit.pos === 'NUM' && units[at - 1]?.capital === true;
}

/** Whether a person's name ends at `at`, by its given name or what stands before it: "Chief Executive Ann Hale | of Brandt". */
function isPerson(units: Units, at: number): boolean {
  const given = units[at - 1];
  if (given === undefined || !isName(given) || !isName(units[at])) return false;
  if (BODY_WORDS.has(units[at]?.lower ?? '') || BODY_WORDS.has(given.lower)) return false;
  const before = units[at - 2]?.lower ?? '';
  return (
    FEMALE_NAMES.has(given.lower) || MALE_NAMES.has(given.lower) || HONORIFICS.has(before) || isTrade(before)
  );
}

/**
 * Whether a name that ends in a word for a person is one all the same: "Ann Judge" and "Union of River Pilots", but no
 * "Foreign Minister".
 */
export function endsInSurname(units: Units, name: Range): boolean {
  const given = units[name.to - 1]?.lower ?? '';
  const known = FEMALE_NAMES.has(given) || MALE_NAMES.has(given) || HONORIFICS.has(given);
  const body = units.slice(name.from, name.to).some(({ lower }) => BODY_WORDS.has(lower));
  return isName(units[name.to]) && (known || body);
}

/** Where the phrase's own head noun phrase ends: before "of", "for", a comma, a parenthesis. */
export function headEnd(units: Units, range: Range): number {
  for (let at = range.from + 1; at <= range.to; at++) {
    const unit = units[at];
    if (unit === undefined) break;
    const tied =
      unit.pos === 'ADP' &&
      !(
        unit.lower === 'of' &&
        (isName(units[at + 1]) || units[at + 1]?.lower === 'the') &&
        !isPerson(units, at - 1)
      );
    if (tied || isComma(unit) || unit.lower === '(' || (isDash(unit) && units[at - 1]?.end !== unit.start))
      return at - 1;
  }
  return range.to;
}

/** The name at the end of a phrase: its last run of capitals, cut behind offices and the words that end a body's name. */
export function nameIn(units: Units, from: number, to: number): Range | null {
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
  // "European Energy Council": a word that would be an office before a person's name is part of a body's.
  const endsBody = BODY_WORDS.has(units[to]?.lower ?? '');
  for (let at = to - 1; at >= start; at--) {
    const lower = units[at]?.lower ?? '';
    const office = !endsBody && (OFFICES.has(lower) || PERSON_NOUNS.has(lower));
    const cut = HONORIFICS.has(lower) || office || (BODY_WORDS.has(lower) && to - at <= 3 && at > start);
    if (cut) return { from: at + 1, to };
    const dated = TIME_WORDS.has(lower) && units[at - 1]?.pos === 'NUM';
    if (lower === "'s" || dated) return { from: at + 1, to };
  }
  return { from: !endsBody && to - start >= 2 && isTrade(units[start]?.lower ?? '') ? start + 1 : start, to };
}

/** Whether a name is a body's, as far as its words tell. */
export function isBodyName(units: Units, name: Range): boolean {
  const last = units[name.to]?.lower ?? '';
  const text = units.slice(name.from, name.to + 1);
  if (BODY_WORDS.has(last)) return true;
  const word = units[name.to];
  if (text.length === 1 && word !== undefined && word.end - word.start <= 6 && word.end - word.start > 1)
    return word.lower.toUpperCase() === word.lower ? false : units[name.from - 1]?.lower === 'the';
  return units[name.from - 1]?.lower === 'the';
}
