import { BODY_WORDS } from './lexicon/people.ts';
import { KNOWN_OUTLETS, MEDIA, NATIONAL, PLATFORMS } from './lexicon/outlets.ts';
import type { Range } from './phrases.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

const PEOPLE = new Set('reporters journalists lawmakers supporters voters him her them me us'.split(' '));
/** "a news conference", "a press briefing": who was told there is no outlet. */
const OCCASIONS = new Set('conference conferences briefing briefings release releases'.split(' '));
const ARTICLES = new Set('the der die das le la les el los il al de het'.split(' '));

/** Last words of bodies that publish; a council or a ministry that is told something is no outlet. */
const OUTLETS_ENDINGS = new Set('corporation network service services company guardian telegraph'.split(' '));
/** Bodies whose acronyms would pass for an outlet's. */
const BODIES = new Set(
  `un eu nato fbi cia imf who iaea oecd wto nsa sec fda epa fcc opec icc icj nypd lapd unicef unesco unhcr osce asean
  gop mps doj dhs nhs usda`.split(/\s+/u),
);

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
  if (BODIES.has(last.lower)) return false;
  if (words.length === 1) return isAcronym(text, last);
  if (BODY_WORDS.has(last.lower)) return OUTLETS_ENDINGS.has(last.lower);
  return ARTICLES.has(bare(words[0])) || isAcronym(text, last);
}
