import type { Cue } from './cue.ts';
import { CLAUSAL, CUE_VERBS } from './lexicon/verbs.ts';
import { CLAUSE_WORDS, RELATIVE } from './lexicon/words.ts';
import { isFronted, isInParenthesis, opensClause } from './clauses.ts';
import type { Frame } from './complement.ts';
import { isComma, isDash, isFinite, isTime, isVerb, nounPhraseStartingAt } from './phrases.ts';
import type { Unit } from './sentences.ts';

type Units = readonly Unit[];

/** A place where a content may end, told by what can be seen around it. `at` is the first unit behind the content. */
export interface Boundary {
  readonly at: number;
  readonly features: readonly string[];
}

const SPOTS = new Set([',', ';', ':', '(', ')', '...', '…']);

function spot(units: Units, at: number): string | null {
  const unit = units[at];
  if (unit === undefined) return null;
  if (unit.quotation !== null) return 'quote';
  if (SPOTS.has(unit.lower)) return unit.lower;
  if (isDash(unit) && units[at - 1]?.end !== unit.start) return 'dash';
  if (CLAUSE_WORDS.has(unit.lower) && units[at - 1]?.lower !== ',') return unit.lower;
  if (units[at - 1]?.quotation != null) return 'afterquote';
  return null;
}

const FUNCTION = new Set(['DET', 'PRON', 'AUX', 'CCONJ', 'SCONJ', 'ADP', 'PART']);

function shape(unit: Unit | undefined): string {
  if (unit === undefined) return 'end';
  if (unit.quotation !== null) return 'quote';
  if (CLAUSE_WORDS.has(unit.lower)) return `=${unit.lower}`;
  const verb = CUE_VERBS.get(unit.lower);
  if (verb !== undefined && unit.pos === 'VERB') return `cue-${verb.form}`;
  if (unit.pos === 'VERB') return unit.lower.endsWith('ing') ? 'ing' : 'verb';
  if (unit.pos === 'PRON' || unit.pos === 'AUX')
    return `${unit.pos}${FUNCTION.has(unit.pos) ? `=${unit.lower}` : ''}`;
  return unit.pos;
}

/** Whether a cue verb stands between a boundary and the next one, with the way it stands there. */
function cueAhead(units: Units, at: number): string {
  for (let index = at + 1; index < units.length && index < at + 12; index++) {
    const unit = units[index];
    if (unit === undefined) break;
    if (index > at + 1 && (unit.lower === ',' || unit.lower === ';')) break;
    const verb = unit.quotation === null && isVerb(unit) ? CUE_VERBS.get(unit.lower) : undefined;
    if (verb !== undefined) return index === at + 1 ? `next-${verb.form}` : verb.form;
  }
  return 'no';
}

function distance(count: number): string {
  if (count <= 2) return '1-2';
  if (count <= 5) return '3-5';
  if (count <= 10) return '6-10';
  if (count <= 20) return '11-20';
  return '21+';
}

/** Everything a boundary is judged by. */
interface Place {
  readonly units: Units;
  readonly at: number;
  readonly start: number;
  readonly kind: string;
  readonly frame: Frame;
  readonly cue: Cue;
  readonly content: Readonly<Content>;
  /** Whether a quotation stands behind the place. */
  readonly quoteAhead: boolean;
}

/** What stands between a content's start and a place where it may end. */
interface Content {
  hasVerb: boolean;
  hasQuote: boolean;
  onlyQuote: boolean;
}

/** How a comma at `at` is closed: by another one before a verb it closes a parenthesis, and the content goes on. */
function closingOf(units: Units, at: number): string {
  const opens = units[at]?.lower;
  for (let index = at + 1; index < units.length && index < at + 25; index++) {
    const unit = units[index];
    if (unit === undefined) break;
    const closes = opens === ',' ? unit.lower === ',' : isDash(units[at]) ? isDash(unit) : unit.lower === ',';
    if (!closes) continue;
    return isFinite(units[index + 1]) || (units[index + 1]?.pos === 'ADV' && isFinite(units[index + 2]))
      ? 'close-verb'
      : 'close';
  }
  return 'no';
}

function skipAdverbs(units: Units, from: number): number {
  let at = from;
  while (units[at]?.pos === 'ADV') at++;
  return at;
}

function describe({ units, at, start, kind, frame, cue, content, quoteAhead }: Place): string[] {
  const { hasVerb, onlyQuote } = content;
  const behind = kind === ',' || kind === 'dash' || kind === ';' || kind === ':' ? at + 1 : at;
  const next = units[behind];
  const after = units[behind + 1];
  const nextShape = shape(next);
  const last = units[at - 1];
  const ahead = cueAhead(units, at);
  const closing = closingOf(units, at);
  const clausal = CLAUSAL.has(cue.lemma);
  const finiteAhead = units.slice(at + 1, at + 8).some(isFinite);
  const tense = cue.form === 'past' ? 'past' : 'other';
  const features = [
    `spot=${kind}`,
    `spot=${kind}&frame=${frame}`,
    `spot=${kind}&next=${nextShape}`,
    `next=${nextShape}&after=${after?.pos ?? 'end'}`,
    `spot=${kind}&verb=${hasVerb}`,
    `spot=${kind}&ahead=${ahead}`,
    `frame=${frame}&verb=${hasVerb}`,
    `clausal=${clausal}&spot=${kind}&verb=${hasVerb}`,
    `clausal=${clausal}&next=${nextShape}&frame=${frame}`,
    `spot=${kind}&finite=${finiteAhead}`,
    `spot=${kind}&length=${distance(at - start)}`,
    `spot=${kind}&rest=${distance(units.length - at)}`,
    `spot=${kind}&closing=${closing}`,
    `spot=${kind}&last=${last === undefined ? 'none' : last.quotation !== null ? 'quote' : last.pos}`,
    `frame=${frame}&quoteahead=${quoteAhead}`,
    `only=${onlyQuote}&spot=${kind}`,
    `form=${cue.form}&spot=${kind}`,
    `tense=${tense}&finite=${finiteAhead}&spot=${kind}`,
    `next=${nextShape}&after=${shape(after)}&spot=${kind}`,
    `lemma=${cue.lemma}&spot=${kind}`,
    `lemma=${cue.lemma}&next=${nextShape}`,
    `kind=${cue.kind}&spot=${kind}&frame=${frame}`,
    `first=${units[start]?.pos ?? 'none'}&spot=${kind}`,
    `capital=${next?.capital ?? false}&spot=${kind}`,
    `infinitive=${cue.infinitive}&spot=${kind}`,
    `negated=${cue.negated}&spot=${kind}`,
  ];
  const joint = next?.pos === 'CCONJ' ? skipAdverbs(units, behind + 1) : -1;
  if (joint > 0 && isFinite(units[joint])) features.push(`predicate&frame=${frame}&verb=${hasVerb}`);
  if (isFronted(units, cue.from)) {
    const clause = next !== undefined && opensClause(units, behind);
    features.push(`fronted&spot=${kind}&clause=${clause}`);
  }
  if (kind === ')' && isInParenthesis(units, cue.from)) features.push('parenthesis');
  if (RELATIVE.has(units[cue.from - 1]?.lower ?? ''))
    features.push(`relative&spot=${kind}&next=${nextShape}`);
  if (next !== undefined && RELATIVE.has(next.lower)) features.push(`relative&frame=${frame}`);
  return features;
}

const OCCASIONS = new Set(
  'interview interviews statement speech tweet tweets debate rally letter email conference briefing hearing ruling press post op-ed memo report appearance event call address testimony filing video message note blog column editorial documents court'.split(
    ' ',
  ),
);

/** Behind a phrase: "in an interview", "on Monday", "Tuesday night" tell of the saying, not of what was said. */
function occasion(units: Units, at: number, frame: Frame): string | null {
  if (frame !== 'phrase' && frame !== 'preposition' && frame !== 'clause' && frame !== 'quote') return null;
  const tied = units[at]?.pos === 'ADP';
  const phrase = nounPhraseStartingAt(units, tied ? at + 1 : at);
  if (phrase === null) return null;
  if (isTime(units, phrase))
    return tied ? 'on-time' : phrase.from === at && units[at]?.capital === true ? 'time' : null;
  if (!tied) return null;
  return OCCASIONS.has(units[phrase.to]?.lower ?? '') ? 'occasion' : null;
}

/** A finite verb behind a clause that has one already: "the denial that it fell | came hours later". */
function isSecondVerb(units: Units, at: number): boolean {
  const before = units[at - 1];
  // "had lied | ended": behind a whole verb another past one is the sentence's own.
  const isNext = before?.pos === 'VERB' && (units[at]?.lower.endsWith('ed') ?? false);
  const afterVerb = units[at]?.pos === 'AUX' ? before?.pos === 'AUX' : isVerb(before) && !isNext;
  return isFinite(units[at]) && !afterVerb && before?.lower !== 'to';
}

/** Where the sentence's own verb comes behind a nominal's content: "reports of a deal | were dismissed". */
function endsNominal(units: Units, at: number, hasVerb: boolean): boolean {
  return hasVerb ? isSecondVerb(units, at) : isFinite(units[at]);
}

/** Gathers what a content holds while it grows: looking back from each place would take time quadratic in its length. */
function readInto(content: Content, unit: Unit | undefined): void {
  const isQuote = unit !== undefined && unit.quotation !== null;
  content.hasVerb ||= isFinite(unit);
  content.hasQuote ||= isQuote;
  content.onlyQuote &&= isQuote;
}

/** How long a parenthesis between a clause's subject and its verb may be. */
const LONGEST_PARENTHESIS = 40;

/** "Hale, the mayor, who opposed it, | has left": the comma that opens it comes before the clause's own verb. */
function verbBehindParenthesis(units: Units, at: number): boolean {
  const mark = units[at];
  if (!isComma(mark) && !isDash(mark)) return false;
  for (let index = at + 2; index < units.length - 1 && index < at + LONGEST_PARENTHESIS; index++) {
    const unit = units[index];
    if (unit?.lower === ';') return false;
    const closes = isComma(mark) ? isComma(unit) : isDash(unit);
    if (closes && isFinite(units[skipAdverbs(units, index + 1)])) return true;
  }
  return false;
}

/** How many places are looked at for the end of one content. */
const MOST_BOUNDARIES = 30;

/**
 * Where the content that starts at `start` may end, nearest first; the sentence's end is left out. Each place comes
 * with what is seen there, for the scorer to decide; what lies behind its choice is never looked at.
 */
export function* findBoundaries(units: Units, start: number, frame: Frame, cue: Cue): Generator<Boundary> {
  const last = units.length - 1;
  let found = 0;
  const content: Content = { hasVerb: false, hasQuote: false, onlyQuote: true };
  let lastQuote = last;
  while (lastQuote > start && units[lastQuote]?.quotation === null) lastQuote--;
  for (let at = start + 1; at <= last && found < MOST_BOUNDARIES; at++) {
    readInto(content, units[at - 1]);
    if (frame === 'that' && !content.hasVerb) continue;
    const kind =
      spot(units, at) ??
      occasion(units, at, frame) ??
      (cue.kind === 'noun' && endsNominal(units, at, content.hasVerb || frame !== 'preposition')
        ? 'verb'
        : null);
    if (kind === null) continue;
    if (!content.hasVerb && (frame === 'clause' || frame === 'wh') && verbBehindParenthesis(units, at))
      continue;
    found++;
    yield {
      at,
      features: describe({ units, at, start, kind, frame, cue, content, quoteAhead: lastQuote > at }),
    };
  }
}
