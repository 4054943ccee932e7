import { bareCue, groupCue, groupStart, type Cue } from './cue.ts';
import { CUE_VERBS, type Form } from './lexicon/verbs.ts';
import { CLAIM_NOUNS, NEGATORS, REFUSING } from './lexicon/words.ts';
import { isFinite, nounPhraseEndingAt } from './phrases.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

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

const WAVING = /^(?:laugh|brush|shrug|wav|swat|bat|push)(?:e?s|t?ed|ed|t?ing)$/u;
const AWAY = new Set(['off', 'aside', 'away', 'back']);

/** "brushed aside the allegations", "laughed off the claim", "pushed back on the report": what is done to a claim. */
function readDismissal(units: Units, at: number): Cue | null {
  const verb = units[at];
  if (verb === undefined || !WAVING.test(verb.lower) || !AWAY.has(units[at + 1]?.lower ?? '')) return null;
  const tied = /^(?:on|against|at)$/u.test(units[at + 2]?.lower ?? '') ? at + 2 : at + 1;
  const object = units.slice(tied + 1, tied + 6);
  if (!object.some((unit) => CLAIM_NOUNS.has(unit.lower))) return null;
  return { ...groupCue(units, at, { lemma: 'dismiss', form: formOf(verb.lower) }), to: tied };
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

/** "would not be drawn on whether …", "refused to be drawn on …": a refusal. */
function readDrawn(units: Units, at: number): Cue | null {
  if (units[at]?.lower !== 'drawn' || units[at - 1]?.lower !== 'be') return null;
  const group = groupStart(units, at);
  const from = REFUSING.test(units[group - 1]?.lower ?? '') ? groupStart(units, group - 1) : group;
  if (from === group && !units.slice(from, at).some((unit) => NEGATORS.has(unit.lower))) return null;
  const on = units[at + 1]?.lower === 'on' || units[at + 1]?.lower === 'into' ? at + 1 : at;
  return { ...bareCue('verb', at, on, 'decline'), from, form: 'past', negated: false };
}

/** A cue that a verb of no list of ours makes by what stands around it. */
export function readOtherCue(units: Units, at: number): Cue | null {
  return (
    readDrawn(units, at) ??
    readPutIt(units, at) ??
    readUnlisted(units, at) ??
    readDismissal(units, at) ??
    readPortrayal(units, at)
  );
}
