import type { Via } from '../records/quote.ts';
import type { Candidate } from './candidates.ts';
import { readMention } from './mentions.ts';
import { isAcronym, isMedium, isNational, isOutlet, isPlatform } from './outlets.ts';
import { fullPhraseStartingAt, nounPhraseStartingAt, type Range } from './phrases.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

const INTERVIEW = new Set(['interview', 'interviews', 'conversation', 'podcast', 'appearance']);
const POST = new Set([
  'post',
  'posts',
  'message',
  'video',
  'channel',
  'account',
  'page',
  'thread',
  'statement',
]);

function viaAt(text: string, units: Units, range: Range | null): Via | null {
  if (range === null) return null;
  const name = readMention(units, range).name;
  const last = name === null ? undefined : units[name.to];
  const named = last !== undefined && isAcronym(text, last) ? name : null;
  const { to } = named ?? range;
  let { from } = named ?? range;
  while (from < to && /^(?:the|a|an)$/u.test(units[from]?.lower ?? '')) from++;
  // "the weekly Spiegelblick", "the newspaper Vremya": what sort it is stands before the name.
  while (
    from < to &&
    isMedium(units[from]) &&
    units[from]?.capital === false &&
    units[from + 1]?.capital === true
  )
    from++;
  const first = units[from];
  const end = units[to];
  if (first === undefined || end === undefined || /^(?:his|her|their|its|our|my)$/u.test(first.lower))
    return null;
  return { name: text.slice(first.start, end.end), span: [first.start, end.end] };
}

/** The platform of "on X", "in a Facebook post", "on his Telegram channel". */
function platformIn(text: string, units: Units, at: number): Via | null {
  const range = nounPhraseStartingAt(units, at) ?? { from: at, to: at };
  const found = units.findIndex(
    (unit, index) => index >= range.from && index <= range.to && isPlatform(unit),
  );
  const unit = units[found];
  if (unit === undefined) return null;
  const whole = found === range.from || POST.has(units[range.to]?.lower ?? '');
  const { start } = unit;
  const last = unit.lower === 'truth' && units[found + 1]?.lower === 'social' ? units[found + 1] : unit;
  const end = (last?.end ?? unit.end) - (last?.lower.endsWith('.') ? 1 : 0);
  return whole ? { name: text.slice(start, end), span: [start, end] } : null;
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
    if (/^(?:on|in|via|through)$/u.test(word)) {
      const platform = platformIn(text, units, at + 1);
      if (platform !== null) return platform;
    }
    if (word === 'on' && (isNational(units[at + 1]) || isMedium(units[at + 2]))) {
      const range = nounPhraseStartingAt(units, at + 1);
      if (range !== null && isOutlet(text, units, range)) return viaAt(text, units, range);
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
