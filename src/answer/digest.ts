import type { AnswerQuote, AnswerSentence, Question, StanceGroup } from '../records/answer.ts';
import type { Stance } from '../records/quote.ts';
import { quoteVerbatim } from './excerpt.ts';
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
function ended(text: string): string {
  return /[.!?]["”»]$/.test(text) ? text : `${text}.`;
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

/** "5 quotes on file fit the question: 2 denials and 3 other statements.": what no sentence above can leave out. */
export function tellCounts(groups: readonly StanceGroup[], total: number): AnswerSentence {
  const counts = groups.map(({ stance, quotes }) => countStance(quotes.length, stance));
  const quoteIds = groups.flatMap(({ quotes }) => quotes.map((quote) => quote.id));
  const shown = groups.reduce((sum, { quotes }) => sum + quotes.length, 0);
  const file = total === 1 ? '1 quote on file fits the question' : `${total} quotes on file fit the question`;
  const once = shown === total ? '' : ', each statement counted once';
  return {
    text: `${file}: ${listed(counts)}${once}.`,
    quoteIds,
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

/** The plain sentence for a stance that nobody took; null when somebody did, or all were asked for. */
export function tellNobody({ stance }: Question, groups: readonly StanceGroup[]): AnswerSentence | null {
  if (stance === null || groups[0]?.stance === stance) return null;
  return { text: `Nobody is on record as ${NOBODY[stance]} in the stored articles.`, quoteIds: [] };
}

/** Tells what is on file without a model: each speaker's newest statement, then the counts. */
export function writeDigest(groups: readonly StanceGroup[]): readonly AnswerSentence[] {
  return newestStatements(groups).slice(0, MAX_STATEMENTS).map(tellStatement);
}
