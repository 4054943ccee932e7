import { speakerLabel, type Quote, type Speaker, type Stance } from '../../records/quote.ts';
import type { Evidence } from '../evidence.ts';
import { isNamed, speakerKey } from '../speakers.ts';
import { amountsIn } from './numbers.ts';
import { normalise } from './normalise.ts';
import { prepareSource, type QuotedSource } from './quotation.ts';
import { classesIn, type StanceClass } from './stance-phrases.ts';
import { RANKS } from './word-lists.ts';
import { stemsOf, wordsOf, type Word } from './words.ts';

/** A stretch of a quote that makes one claim: its stems in order. */
export interface Clause {
  readonly stems: readonly string[];
  /** Words of the statement itself, or of the report that it answers. */
  readonly of: 'content' | 'claim';
}

/** One piece of evidence, made ready for checking sentences against it. */
export interface Witness {
  readonly id: string;
  readonly quoteId: string;
  readonly speaker: string;
  readonly stance: Stance;
  readonly source: QuotedSource;
  readonly clauses: readonly Clause[];
  /** Stems of all that the quote, its cue and its claim say. */
  readonly stems: ReadonlySet<string>;
  /** Stems that may stand beside the speaker's name: role, affiliation, outlet, channel. */
  readonly around: ReadonlySet<string>;
  /** Stems of the role. */
  readonly role: ReadonlySet<string>;
  /** The words of the role that no mention of it may leave out, such as "deputy". */
  readonly ranks: readonly string[];
  /** Numbers as the quote writes them, with their currency or per cent sign. */
  readonly amounts: ReadonlySet<string>;
  /** Names of the article's outlet and of the channel, each as stems. */
  readonly outlets: readonly (readonly string[])[];
  readonly classes: ReadonlySet<StanceClass>;
  /** The cue denies or confirms by itself: the content is what it is about, not the speaker's answer. */
  readonly proposition: boolean;
  /** The content was uttered: it is the speaker's own words, or the cue only tells that they said it. */
  readonly uttered: boolean;
}

/** A way to call a speaker, as stems, and whose it is. */
export interface Alias {
  readonly stems: readonly string[];
  readonly speaker: string;
}

/** All evidence of one request. */
export interface Docket {
  /** null for an id that is none of this request's. */
  findWitness(id: string): Witness | null;
  /** By their first word, longest first. A surname that two speakers could own is no alias. */
  readonly aliases: ReadonlyMap<string, readonly Alias[]>;
  readonly topic: readonly string[];
}

const CLAUSE_END = /[.;!?]+(?:["')]*\s|$)|,? but |\n/;

/** "I can confirm" is a confirmation, not a possibility. */
const ASSURANCE = /\bcan(?= (?:confirm|say|tell)\b)/g;

function clausesOf(text: string, of: Clause['of']): readonly Clause[] {
  return normalise(text)
    .split(CLAUSE_END)
    .map((clause) => ({ stems: wordsOf(clause.replaceAll(ASSURANCE, '')).map((word) => word.stem), of }))
    .filter((clause) => clause.stems.length > 0);
}

const REPORTING: ReadonlySet<StanceClass> = new Set<StanceClass>(['said', 'claimed']);

/** "declined" and "rejected" tell of a content that it was not said: `denied "sending missiles"`. */
function isUttered({ kind, cue, stance }: Pick<Quote, 'kind' | 'cue' | 'stance'>): boolean {
  const classes = classesIn(wordsOf(normalise(cue.text)));
  return classes.has('said') || (kind === 'direct' && !classes.has(stance));
}

/** Whether the cue answers by itself ("denied"), so that reported content is what the answer is about. */
export function isProposition({ kind, cue }: Pick<Quote, 'kind' | 'cue'>): boolean {
  const classes = classesIn(wordsOf(normalise(cue.text)));
  return kind !== 'direct' && [...classes].some((found) => !REPORTING.has(found));
}

function witnessOf({ id, quote }: Evidence): Witness {
  const { speaker, content, cue, answers, via, article } = quote;
  const cueWords: readonly Word[] = wordsOf(normalise(cue.text));
  const contentWords = wordsOf(normalise(content.text));
  const outlets = [article.outlet, via?.name, ...(quote.copies ?? []).map((copy) => copy.outlet)];
  const outletStems = outlets.filter((outlet) => typeof outlet === 'string').map(stemsOf);
  const answered = answers === null ? [] : clausesOf(answers.text, 'claim');
  return {
    id,
    quoteId: quote.id,
    speaker: speakerKey(quote),
    stance: quote.stance,
    source: prepareSource(content.text, quote.kind),
    clauses: [...clausesOf(content.text, 'content'), ...answered],
    stems: new Set(
      [...cueWords, ...contentWords].map((word) => word.stem).concat(stemsOf(answers?.text ?? '')),
    ),
    around: new Set([
      ...stemsOf([speaker?.role, speaker?.affiliation, speaker?.text].join(' ')),
      ...outletStems.flat(),
    ]),
    role: new Set(stemsOf(speaker?.role ?? '')),
    ranks: stemsOf(speaker?.role ?? '').filter((stem) => RANKS.has(stem)),
    amounts: new Set([...amountsIn(normalise(content.text)), ...amountsIn(normalise(answers?.text ?? ''))]),
    outlets: outletStems,
    classes: classesIn([...cueWords, ...contentWords]),
    proposition: isProposition(quote),
    uttered: isUttered(quote),
  };
}

/** The last word of these names is no surname. */
const BODY = new Set(
  stemsOf(
    'agency ministry council party government command office union states nations bank group service committee army forces organisation organization authority department court parliament company corporation times post journal news',
  ),
);

const ARTICLES = new Set(['a', 'an', 'the']);

function labelOf(speaker: Speaker): readonly string[] {
  const stems = stemsOf(speakerLabel(speaker));
  return ARTICLES.has(stems[0] ?? '') ? stems.slice(1) : stems;
}

function surnameOf(speaker: Speaker): readonly string[] {
  const last = labelOf(speaker).at(-1) ?? '';
  const isSurname = isNamed(speaker) && labelOf(speaker).length > 1 && last.length > 1 && !BODY.has(last);
  return isSurname ? [last] : [];
}

/** Full names and descriptions, and the surnames that only one speaker of the evidence could mean; longest first. */
function collectAliases(evidence: readonly Evidence[]): readonly Alias[] {
  const speakers = evidence.flatMap(({ quote }) =>
    quote.speaker === null ? [] : [{ speaker: quote.speaker, key: speakerKey(quote) }],
  );
  const labels = speakers.map(({ speaker, key }) => ({ stems: labelOf(speaker), speaker: key }));
  const surnames = speakers.map(({ speaker, key }) => ({ stems: surnameOf(speaker), speaker: key }));
  const byWords = Map.groupBy([...labels, ...surnames], (alias) => alias.stems.join(' '));
  const ownersOf = (alias: Alias) =>
    new Set(byWords.get(alias.stems.join(' '))?.map(({ speaker }) => speaker)).size;
  const aliases = [...labels, ...surnames.filter((alias) => ownersOf(alias) === 1)];
  return [...new Map(aliases.map((alias) => [`${alias.speaker} ${alias.stems.join(' ')}`, alias])).values()]
    .filter((alias) => alias.stems.length > 0)
    .sort((left, right) => right.stems.length - left.stems.length);
}

/** Makes the evidence of one request ready for `verifySentence`; each piece when it is first cited. */
export function openDocket(evidence: readonly Evidence[], topic: string): Docket {
  const byId = new Map(evidence.map((item) => [item.id, item]));
  const known = new Map<string, Witness>();
  return {
    findWitness(id) {
      const item = byId.get(id);
      if (item === undefined) return null;
      const witness = known.get(id) ?? witnessOf(item);
      known.set(id, witness);
      return witness;
    },
    aliases: Map.groupBy(collectAliases(evidence), ({ stems: [first = ''] }) => first),
    topic: stemsOf(topic),
  };
}
