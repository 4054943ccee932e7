import { BODY_WORDS } from './lexicon/people.ts';
import { KNOWN_OUTLETS, MEDIA, NATIONAL, PLATFORMS } from './lexicon/outlets.ts';
import type { Range } from './phrases.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

const PEOPLE = new Set('reporters journalists lawmakers supporters voters him her them me us'.split(' '));
/** "a news conference", "a press briefing": who was told there is no outlet. */
const OCCASIONS = new Set('conference conferences briefing briefings release releases'.split(' '));
const ARTICLES = new Set('the der die das le la les el los il al de het'.split(' '));

/** A word without the full stop that the tokens leave on a single letter: "wrote on X." */
const bare = (unit: Unit | undefined): string => (unit?.lower ?? '').replace(/\.$/u, '');

export const isPlatform = (unit: Unit | undefined): boolean =>
  unit !== undefined && unit.capital && PLATFORMS.has(bare(unit));

export const isMedium = (unit: Unit | undefined): boolean => MEDIA.has(unit?.lower ?? '');
export const isNational = (unit: Unit | undefined): boolean => NATIONAL.has(unit?.lower ?? '');

/** CNN, TASS, AFP: two capitals at least and nothing else. */
export const isAcronym = (text: string, unit: Unit): boolean =>
  /^\p{Lu}{2,6}$/u.test(text.slice(unit.start, unit.end));

/** Whether a phrase names an outlet: a name, or a word for a medium. */
export function isOutlet(text: string, units: Units, range: Range): boolean {
  const tied = units.findIndex(
    (unit, at) => at > range.from && at <= range.to && unit.pos === 'ADP' && unit.lower !== 'of',
  );
  const words = units.slice(range.from, tied < 0 ? range.to + 1 : tied);
  const last = words.at(-1);
  if (last === undefined || PEOPLE.has(last.lower)) return false;
  if (words.some(({ lower }) => OCCASIONS.has(lower))) return false;
  if (words.some(isMedium)) return true;
  if (!last.capital || last.lower === 'congress') return false;
  if (KNOWN_OUTLETS.has(bare(last)) || KNOWN_OUTLETS.has(words.map(bare).join(' '))) return true;
  if (words.length === 1) return isAcronym(text, last);
  return BODY_WORDS.has(last.lower) || ARTICLES.has(bare(words[0])) || isAcronym(text, last);
}
