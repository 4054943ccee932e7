import { bareCue, groupCue, groupStart, type Cue } from './cue.ts';
import { CUE_NOUNS, REFUSING } from './lexicon/words.ts';
import { CUE_VERBS } from './lexicon/verbs.ts';
import { readOtherCue } from './other-cues.ts';
import { fullPhraseEndingAt, fullPhraseStartingAt, isVerb } from './phrases.ts';
import { isUndone } from './reality.ts';
import type { Unit } from './sentences.ts';

const CERTAIN = new Set('said says say told tells added adds asked wrote tweeted'.split(' '));
/** Determiners that are subjects too: "both suggested". */
const STANDS_ALONE = new Set('all both some another others many most few this that each'.split(' '));
const BE = new Set("be is are was were been being 're am".split(' '));

type Units = readonly Unit[];

function readVerbCue(units: Units, head: number): Cue | null {
  const unit = units[head];
  if (unit === undefined) return null;
  const verb = CUE_VERBS.get(unit.lower);
  if (verb === undefined) return null;
  if (!(unit.pos === 'VERB' || CERTAIN.has(unit.lower))) return null;
  if (units[head - 1]?.lower === '-' && units[head - 1]?.end === unit.start) return null;
  if (
    unit.capital &&
    head > 0 &&
    units[head - 1]?.capital === true &&
    !CERTAIN.has(unit.lower) &&
    unit.pos === 'PROPN'
  )
    return null;
  const near = units[head - 1];
  if (
    verb.form === 'past' &&
    near !== undefined &&
    near.quotation === null &&
    ((near.pos === 'DET' && !STANDS_ALONE.has(near.lower)) ||
      (near.lower === "'s" && units[head - 2]?.pos !== 'PRON'))
  )
    return null;
  return groupCue(units, head, verb);
}

const RELAYING = new Set('quoted cited quoting citing quotes cites reported'.split(' '));

/** "was quoted by the agency as saying" and "the agency cited him as saying": one cue, with the outlet it came through. */
function readRelay(units: Units, saying: number): Cue | null {
  if (units[saying]?.lower !== 'saying' || units[saying - 1]?.lower !== 'as') return null;
  for (let at = saying - 2; at >= 0 && at > saying - 16; at--) {
    const unit = units[at];
    if (unit === undefined || !RELAYING.has(unit.lower)) continue;
    const from = groupStart(units, at);
    const passive = units.slice(from, at).some((each) => BE.has(each.lower));
    const by = units.findIndex((each, index) => index > at && index <= saying + 1 && each.lower === 'by');
    const relay = passive
      ? by < 0
        ? null
        : fullPhraseStartingAt(units, by + 1)
      : fullPhraseEndingAt(units, from - 1, 0);
    const quoted = passive ? null : fullPhraseStartingAt(units, at + 1);
    return { ...bareCue('verb', saying, saying, 'say'), from, form: 'past', relay, quoted };
  }
  return null;
}

/** "declined to say how many": one cue that refuses, not a refusal and a statement. */
function withRefusal(units: Units, cue: Cue): Cue {
  if (!cue.infinitive) return cue;
  for (let at = cue.from - 1; at >= 0 && at >= cue.from - 6; at--) {
    const unit = units[at];
    if (unit === undefined || unit.quotation !== null || unit.pos === 'PUNCT') return cue;
    if (REFUSING.test(unit.lower))
      return { ...cue, from: groupStart(units, at), infinitive: false, lemma: 'decline' };
    if (isUndone(units, at)) return { ...cue, from: groupStart(units, at), infinitive: false, negated: true };
    if (isVerb(unit)) return cue;
  }
  return cue;
}

/** "would not confirm or deny", "refused to confirm or deny": the second verb is under the first one's negation. */
function withOr(units: Units, cue: Cue): Cue {
  if (units[cue.head - 1]?.lower !== 'or' || cue.from !== cue.head) return cue;
  const other = readVerbCue(units, cue.head - 2);
  if (other === null || other.form !== cue.form) return cue;
  const first = withOr(units, withRefusal(units, other));
  const declines = first.negated || first.lemma === 'decline';
  return declines ? { ...cue, from: first.from, negated: first.negated, lemma: first.lemma } : cue;
}

/** "neither confirmed nor denied": one cue that declines. */
function withNeither(units: Units, cue: Cue): Cue {
  if (units[cue.head - 1]?.lower !== 'nor') return cue;
  for (let at = cue.head - 2; at >= 0 && at >= cue.head - 5; at--)
    if (units[at]?.lower === 'neither') return { ...cue, from: groupStart(units, at), negated: true };
  return cue;
}

/** "stopped short of calling it": one cue that declines, for the verb alone would say the opposite. */
function withShortfall(units: Units, cue: Cue): Cue {
  const stop = cue.from - 3;
  const short = units[stop + 1]?.lower === 'short' && units[stop + 2]?.lower === 'of';
  if (cue.form !== 'ing' || !short || !/^stop(?:s|ped|ping)?$/u.test(units[stop]?.lower ?? '')) return cue;
  const form = units[stop]?.lower === 'stopping' ? 'ing' : 'past';
  return { ...cue, from: groupStart(units, stop), form };
}

/** Every place of a sentence that may make a statement, in reading order; generous, the scorer decides later. */
export function findCues(units: Units): readonly Cue[] {
  const cues: Cue[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at];
    if (unit === undefined || unit.quotation !== null) continue;
    if (unit.lower === ':' && units[at + 1]?.quotation != null && at > 1)
      cues.push(bareCue('colon', at, at, ':'));
    if (unit.lower === 'according' && units[at + 1]?.lower === 'to') {
      cues.push(bareCue('according', at, at + 1, 'according'));
      continue;
    }
    const relay = readRelay(units, at);
    const verb = relay ?? readVerbCue(units, at);
    if (relay !== null) {
      const first = cues.findIndex((cue) => cue.head >= relay.from);
      if (first >= 0) cues.length = first;
    }
    const other = verb === null ? readOtherCue(units, at) : null;
    if (other !== null) cues.push(other);
    else if (verb !== null)
      cues.push(withOr(units, withNeither(units, withShortfall(units, withRefusal(units, verb)))));
    else if (CUE_NOUNS.has(unit.lower) && !isVerb(unit)) cues.push(bareCue('noun', at, at, unit.lower));
  }
  return cues;
}
