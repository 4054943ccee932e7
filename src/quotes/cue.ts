import { NEGATORS } from './lexicon/words.ts';
import type { CueVerb, Form } from './lexicon/verbs.ts';
import type { Range } from './phrases.ts';
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
const CERTAIN_ACTIVE = new Set(['respond', 'begin', 'conclude', 'close', 'open']);
/** What one speaks by: "said by telephone". */
const MEANS = new Set(
  'telephone phone email e-mail text video videolink fax letter satellite radio'.split(' '),
);
const NOT_ADVERBS = new Set(['that', 'as', 'so']);

type Units = readonly Unit[];

/** How far a verb group reaches to the left of its head: auxiliaries, adverbs, "not", "to". */
export function groupStart(units: Units, head: number): number {
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

/** The cue that a verb makes with its auxiliaries and its negation. */
export function groupCue(units: Units, head: number, verb: Pick<CueVerb, 'lemma' | 'form'>): Cue {
  const from = groupStart(units, head);
  const words = units.slice(from, head).map((each) => each.lower);
  const infinitive =
    words.includes('to') && !words.includes('yet') && !words.some((word) => MODALS.has(word));
  return {
    kind: 'verb',
    head,
    from,
    to: head,
    lemma: verb.lemma,
    form: verb.form,
    // "has yet to confirm" has not confirmed.
    negated: words.some((word) => NEGATORS.has(word)) || (words.includes('yet') && words.includes('to')),
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
