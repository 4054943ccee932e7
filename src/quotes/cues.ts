import { CUE_NOUNS, NEGATORS } from './lexicon/words.ts';
import { CUE_VERBS, type CueVerb, type Form } from './lexicon/verbs.ts';
import {
  fullPhraseEndingAt,
  fullPhraseStartingAt,
  isFinite,
  isVerb,
  nounPhraseEndingAt,
  type Range,
} from './phrases.ts';
import type { Unit } from './sentences.ts';

type CueKind = 'verb' | 'noun' | 'according' | 'colon' | 'none';

/** A place in a sentence that may make a statement. Positions count the sentence's units. */
export interface Cue {
  readonly kind: CueKind;
  /** The word that carries it. */
  readonly head: number;
  /** The whole verb group, auxiliaries and negation included. */
  readonly from: number;
  readonly to: number;
  readonly lemma: string;
  readonly form: Form | 'noun';
  readonly negated: boolean;
  readonly passive: boolean;
  /** "to say", and no finite verb of its own. */
  readonly infinitive: boolean;
  readonly modal: boolean;
  /** The outlet in "was quoted by the agency as saying" and "the agency cited him as saying". */
  readonly relay: Range | null;
  /** Who is quoted in "the agency cited him as saying". */
  readonly quoted: Range | null;
}

const MODALS = new Set("will would 'll 'd can could may might shall should must".split(' '));
const BE = new Set("be is are was were been being 're am".split(' '));
const CERTAIN = new Set('said says say told tells added adds asked wrote tweeted'.split(' '));
const CERTAIN_ACTIVE = new Set(['respond', 'begin', 'conclude', 'close', 'open']);
/** Determiners that are subjects too: "both suggested". */
const STANDS_ALONE = new Set('all both some another others many most few this that each'.split(' '));
/** What one speaks by: "said by telephone". */
const MEANS = new Set(
  'telephone phone email e-mail text video videolink fax letter satellite radio'.split(' '),
);
const NOT_ADVERBS = new Set(['that', 'as', 'so']);

type Units = readonly Unit[];

/** How far a verb group reaches to the left of its head: auxiliaries, adverbs, "not", "to". */
function groupStart(units: Units, head: number): number {
  let from = head;
  while (from > 0) {
    const unit = units[from - 1];
    if (unit === undefined || unit.quotation !== null) break;
    const helper = unit.pos === 'AUX' || NEGATORS.has(unit.lower) || unit.lower === 'to';
    const floating = /^(?:both|all|each)$/u.test(unit.lower) && units[from - 2]?.pos === 'AUX';
    const adverb = unit.pos === 'ADV' && !NOT_ADVERBS.has(unit.lower);
    if (!helper && !adverb && !floating) break;
    if (unit.lower === 'to' && unit.pos !== 'PART' && units[head]?.lower.endsWith('ing')) break;
    from--;
  }
  while (from < head && units[from]?.pos === 'ADV' && !NEGATORS.has(units[from]?.lower ?? '')) from++;
  return from;
}

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

/** The cue that a verb makes with its auxiliaries and its negation. */
function groupCue(units: Units, head: number, verb: Pick<CueVerb, 'lemma' | 'form'>): Cue {
  const from = groupStart(units, head);
  const words = units.slice(from, head).map((each) => each.lower);
  const infinitive = words.includes('to') && !words.some((word) => MODALS.has(word));
  return {
    kind: 'verb',
    head,
    from,
    to: head,
    lemma: verb.lemma,
    form: verb.form,
    negated: words.some((word) => NEGATORS.has(word)),
    passive:
      verb.form === 'past' &&
      (words.some((word) => BE.has(word)) ||
        (units[head + 1]?.lower === 'by' &&
          !CERTAIN_ACTIVE.has(verb.lemma) &&
          !MEANS.has(units[head + 2]?.lower ?? ''))),
    infinitive,
    modal: words.some((word) => MODALS.has(word)),
    relay: null,
    quoted: null,
  };
}

/** A cue with no verb group: a noun, a colon, "according to". `head` and `to` count the sentence's units. */
export function bareCue(kind: CueKind, head: number, to: number, lemma: string): Cue {
  return {
    kind,
    head,
    from: head,
    to,
    lemma,
    form: 'noun',
    negated: false,
    passive: false,
    infinitive: false,
    modal: false,
    relay: null,
    quoted: null,
  };
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

/** "as the painter put it". */
function readPutIt(units: Units, at: number): Cue | null {
  if (!/^puts?$/u.test(units[at]?.lower ?? '') || units[at + 1]?.lower !== 'it') return null;
  return { ...bareCue('verb', at, at + 1, 'put'), from: groupStart(units, at), form: 'past' };
}

/** A verb we have no list for, behind a quotation: "“Fantastic!” beamed Hartley", "“Enough,” he barked". */
function readUnlisted(units: Units, at: number): Cue | null {
  const verb = units[at];
  if (verb?.pos !== 'VERB' || CUE_VERBS.has(verb.lower)) return null;
  const cue: Cue = { ...bareCue('verb', at, at, 'other'), form: 'past' };
  const next = units[at + 1];
  if (units[at - 1]?.quotation != null)
    return verb.lower.endsWith('ed') && next !== undefined && (next.capital || next.pos === 'DET')
      ? cue
      : null;
  const subject = nounPhraseEndingAt(units, at - 1);
  if (subject === null) return null;
  const comma = units[subject.from - 1]?.lower === ',' ? 2 : 1;
  return units[subject.from - comma]?.quotation?.breaksOff === true ? cue : null;
}

function formOf(word: string): Form {
  if (word.endsWith('ing')) return 'ing';
  return word.endsWith('s') ? 'third' : 'past';
}

/** Verbs that tell what somebody or something is for, not how it is seen: "used the barn as a “safe house”". */
const USING =
  /^(?:us|serv|employ|hir|work|act|function|appear|star|run|join|elect|appoint|nam|list|regist|record|document|know|display)/u;

/** How far behind its verb the quotation of "defended his aide as a “decent man”" may stand. */
const MOST_PORTRAYAL = 14;

/** A verb we have no list for that portrays somebody: "defended his aide as a “decent man”", "waves it off as “minimal”". */
function readPortrayal(units: Units, at: number): Cue | null {
  const verb = units[at];
  if (verb?.pos !== 'VERB' || CUE_VERBS.has(verb.lower) || USING.test(verb.lower)) return null;
  if (units[at + 1]?.lower === 'by') return null;
  const object = units[at + 1]?.pos === 'ADP' || units[at + 1]?.pos === 'ADV' ? at + 2 : at + 1;
  let as = -1;
  for (let index = object; index < units.length && index < at + MOST_PORTRAYAL; index++) {
    const unit = units[index];
    if (unit === undefined || unit.pos === 'PUNCT') return null;
    if (unit.quotation !== null)
      return as > object
        ? { ...groupCue(units, at, { lemma: 'portray', form: formOf(verb.lower) }), to: object - 1 }
        : null;
    if (unit.lower === 'as') as = index;
    else if (as < 0 ? isFinite(unit) : index > as + 5) return null;
  }
  return null;
}

const REFUSING = /^(?:declin|refus)(?:e|es|ed|ing)$/u;

/** "would not be drawn on whether …", "refused to be drawn on …": a refusal. */
function readDrawn(units: Units, at: number): Cue | null {
  if (units[at]?.lower !== 'drawn' || units[at - 1]?.lower !== 'be') return null;
  const group = groupStart(units, at);
  const from = REFUSING.test(units[group - 1]?.lower ?? '') ? groupStart(units, group - 1) : group;
  if (from === group && !units.slice(from, at).some((unit) => NEGATORS.has(unit.lower))) return null;
  const on = units[at + 1]?.lower === 'on' || units[at + 1]?.lower === 'into' ? at + 1 : at;
  return { ...bareCue('verb', at, on, 'decline'), from, form: 'past', negated: false };
}

/** "declined to say how many": one cue that refuses, not a refusal and a statement. */
function withRefusal(units: Units, cue: Cue): Cue {
  if (!cue.infinitive) return cue;
  for (let at = cue.from - 1; at >= 0 && at >= cue.from - 6; at--) {
    const unit = units[at];
    if (unit === undefined || unit.quotation !== null || unit.pos === 'PUNCT') return cue;
    if (REFUSING.test(unit.lower))
      return { ...cue, from: groupStart(units, at), infinitive: false, lemma: 'decline' };
    if (isVerb(unit)) return cue;
  }
  return cue;
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
    const drawn =
      verb === null
        ? (readDrawn(units, at) ??
          readPutIt(units, at) ??
          readUnlisted(units, at) ??
          readPortrayal(units, at))
        : null;
    if (drawn !== null) cues.push(drawn);
    else if (verb !== null) cues.push(withNeither(units, withShortfall(units, withRefusal(units, verb))));
    else if (CUE_NOUNS.has(unit.lower) && !isVerb(unit)) cues.push(bareCue('noun', at, at, unit.lower));
  }
  return cues;
}
