import type { AnswerQuote, AnswerSentence, Question, StanceGroup } from '../records/answer.ts';
import { STANCES, type Stance } from '../records/quote.ts';
import { quoteVerbatim } from './excerpt.ts';
import type { Gathered } from './gather-quotes.ts';
import { newestStatements } from './select-evidence.ts';
import { isNegator } from './verify/word-lists.ts';
import { stemsOf } from './verify/words.ts';
import { countStance, describeOccasion, describeSpeaker, listed, VERBS } from './wording.ts';

const MAX_STATEMENTS = 5;

/** A confirmation in negative words ("I confirm that no…") is told as said, lest "it" be read as what was asked. */
function verbFor({ stance, content }: AnswerQuote): string {
  return stance === 'confirmed' && stemsOf(content.text).some(isNegator) ? VERBS.claimed : VERBS[stance];
}

/** Ends a sentence; a quotation that ends one itself needs no second full stop. */
export function ended(text: string): string {
  return /[.!?。！？؟]["”»]$/.test(text) ? text : `${text}.`;
}

/** What one speaker did, when, through whom: the code's words, then the stored slice. */
export function tellWithWords(quote: AnswerQuote, subject: string): string {
  const told = `${subject}${verbFor(quote)}${describeOccasion(quote)}`;
  const quoted = quoteVerbatim(quote);
  return quoted === null ? `${told} (the words are among the quotes)` : `${told}: ${quoted}`;
}

/** One statement in the code's words around the stored slice. */
export function tellStatement(quote: AnswerQuote): AnswerSentence {
  return { text: ended(tellWithWords(quote, `${describeSpeaker(quote)} `)), quoteIds: [quote.id] };
}

/** "2 of 5 quotes on file are told above; also on file: 3 denials.": null when nothing was left out. */
export function tellRest(
  told: readonly AnswerSentence[],
  gathered: Pick<Gathered, 'groups' | 'total' | 'notShown'>,
): AnswerSentence | null {
  const ids = new Set(told.flatMap(({ quoteIds }) => quoteIds));
  const shown = gathered.groups.flatMap(({ quotes }) => quotes);
  const rest = gathered.groups
    .map(({ stance, quotes }) => ({ stance, quotes: quotes.filter(({ id }) => !ids.has(id)) }))
    .filter(({ quotes }) => quotes.length > 0);
  const counts = rest.map(({ stance, quotes }) => countStance(quotes.length, stance));
  const parts = gathered.notShown === 0 ? counts : [...counts, `${gathered.notShown} more`];
  if (parts.length === 0) return null;
  const above = shown.filter(({ id }) => ids.has(id)).length;
  return {
    text: `${above} of ${gathered.total} quotes on file ${above === 1 ? 'is' : 'are'} told above; also on file: ${listed(parts)}.`,
    quoteIds: rest.flatMap(({ quotes }) => quotes.map(({ id }) => id)),
  };
}

const NOBODY: Readonly<Record<Stance, string>> = {
  denied: 'having denied it',
  disputed: 'having disputed it',
  declined: 'having refused to confirm it',
  confirmed: 'having confirmed it',
  claimed: 'having said so',
  warned: 'having warned of it',
  condemned: 'having condemned it',
  urged: 'having urged it',
  promised: 'having promised it',
};

function sayNobody(stance: Stance): string {
  return `Nobody is on record as ${NOBODY[stance]} in the stored articles.`;
}

/** Each "nobody" sentence, and the stance that it is about. */
export const NOBODY_SENTENCES: ReadonlyMap<string, Stance> = new Map(
  STANCES.map((stance) => [sayNobody(stance), stance]),
);

/** The plain sentence for a stance that nobody took; null when somebody did, or all were asked for. */
export function tellNobody({ stance }: Question, groups: readonly StanceGroup[]): AnswerSentence | null {
  if (stance === null || groups[0]?.stance === stance) return null;
  return { text: sayNobody(stance), quoteIds: [] };
}

/** Tells what is on file without a model: each speaker's newest statement, then the counts. */
export function writeDigest(groups: readonly StanceGroup[]): readonly AnswerSentence[] {
  return newestStatements(groups).slice(0, MAX_STATEMENTS).map(tellStatement);
}
