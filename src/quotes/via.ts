import type { Via } from '../records/quote.ts';
import type { Candidate } from './candidates.ts';
import { BODY_WORDS } from './lexicon/people.ts';
import { readMention } from './mentions.ts';
import { fullPhraseStartingAt, nounPhraseStartingAt, type Range } from './phrases.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

const MEDIUM =
  /^(?:news|television|tv|radio|newspaper|agency|magazine|daily|weekly|channel|network|broadcaster|website|site|podcast|program|programme|show|station|outlet|times|post|journal|paper|press|wire)$/u;
const PLATFORM = new Set(
  'x twitter facebook instagram telegram youtube tiktok threads bluesky linkedin weibo truth reddit mastodon vkontakte'.split(
    ' ',
  ),
);
const INTERVIEW = new Set(['interview', 'interviews', 'conversation', 'podcast', 'appearance']);
const PEOPLE = new Set('reporters journalists lawmakers supporters voters him her them me us'.split(' '));

const KNOWN = new Set(
  'reuters politico bloomberg axios breitbart vox vice slate salon time newsweek variety fortune forbes wired interfax kommersant haaretz spiegel politiken dagens guardian telegraph economist buzzfeed mashable gawker'.split(
    ' ',
  ),
);

/** CNN, TASS, AFP: two capitals at least and nothing else. */
const isAcronym = (text: string, unit: Unit): boolean =>
  /^\p{Lu}{2,6}$/u.test(text.slice(unit.start, unit.end));

/** Whether a phrase names an outlet: a name, or a word for a medium. */
function isOutlet(text: string, units: Units, range: Range): boolean {
  const tied = units.findIndex(
    (unit, at) => at > range.from && at <= range.to && unit.pos === 'ADP' && unit.lower !== 'of',
  );
  const words = units.slice(range.from, tied < 0 ? range.to + 1 : tied);
  const last = words.at(-1);
  if (last === undefined || PEOPLE.has(last.lower)) return false;
  if (words.some((unit) => MEDIUM.test(unit.lower))) return true;
  if (!last.capital || last.lower === 'congress') return false;
  if (words.length === 1) return KNOWN.has(last.lower) || isAcronym(text, last);
  return BODY_WORDS.has(last.lower) || units[range.from]?.lower === 'the' || isAcronym(text, last);
}

function viaAt(text: string, units: Units, range: Range | null): Via | null {
  if (range === null) return null;
  const name = readMention(units, range).name;
  const last = name === null ? undefined : units[name.to];
  const named = last !== undefined && isAcronym(text, last) ? name : null;
  const { to } = named ?? range;
  let { from } = named ?? range;
  while (from < to && /^(?:the|a|an)$/u.test(units[from]?.lower ?? '')) from++;
  const first = units[from];
  const end = units[to];
  if (first === undefined || end === undefined || /^(?:his|her|their|its|our|my)$/u.test(first.lower))
    return null;
  return { name: text.slice(first.start, end.end), span: [first.start, end.end] };
}

/** The outlet named behind "interview with", "quoted by", "wrote on", searched in a stretch outside the content. */
function findIn(text: string, units: Units, from: number, to: number): Via | null {
  for (let at = Math.max(0, from); at <= to && at < units.length; at++) {
    const word = units[at]?.lower ?? '';
    const next = units[at + 1]?.lower ?? '';
    if (INTERVIEW.has(word) && /^(?:with|to|on|for|by)$/u.test(next)) {
      const range = fullPhraseStartingAt(units, at + 2);
      if (range !== null && isOutlet(text, units, range))
        return viaAt(text, units, nounPhraseStartingAt(units, at + 2));
    }
    if (
      /^(?:quoted|cited|carried|published|broadcast|interviewed)$/u.test(word) &&
      /^(?:by|on|in)$/u.test(next)
    ) {
      const range = nounPhraseStartingAt(units, at + 2);
      if (range !== null && isOutlet(text, units, range)) return viaAt(text, units, range);
    }
    if (
      word === 'on' &&
      (PLATFORM.has(next) ||
        /^(?:state|national|local|russian|iranian|chinese)$/u.test(next) ||
        MEDIUM.test(units[at + 2]?.lower ?? ''))
    ) {
      const range = nounPhraseStartingAt(units, at + 1) ?? { from: at + 1, to: at + 1 };
      if (PLATFORM.has(next) || isOutlet(text, units, range)) return viaAt(text, units, range);
    }
  }
  return null;
}

/** The outlet or channel a statement came through, where its sentence names one. */
export function findVia(text: string, units: Units, candidate: Candidate): Via | null {
  const { cue, complement, ranges } = candidate;
  if (cue.relay !== null) return viaAt(text, units, cue.relay);
  if (complement.addressee !== null && isOutlet(text, units, complement.addressee))
    return viaAt(text, units, complement.addressee);
  const before = ranges[0]?.from ?? cue.from;
  const content = ranges[0];
  const lo = content !== undefined && content.from < cue.from ? content.to + 1 : 0;
  const hi = before > cue.to ? before - 1 : (ranges[1]?.from ?? units.length) - 1;
  return findIn(text, units, lo, hi);
}
