import type { AnswerQuote, AnswerSentence, Question, StanceGroup } from '../records/answer.ts';
import type { Stance } from '../records/quote.ts';
import { quoteVerbatim } from './excerpt.ts';
import type { Gathered } from './gather-quotes.ts';
import { newestStatements } from './select-evidence.ts';
import { isNegator } from './verify/word-lists.ts';
import { stemsOf } from './verify/words.ts';
import type { Words } from '../words/words.ts';
import { describeOccasion, describeSpeaker } from './wording.ts';

const MAX_STATEMENTS = 5;

/** A confirmation in negative words ("I confirm that no…") is told as said, lest "it" be read as what was asked. */
function toldStance({ stance, content }: AnswerQuote): Stance {
  return stance === 'confirmed' && stemsOf(content.text).some(isNegator) ? 'claimed' : stance;
}

/** Ends a sentence; a quotation that ends one itself needs no second full stop. */
export function ended(text: string): string {
  return /[.!?。！？؟]["”»]$/.test(text) ? text : `${text}.`;
}

/** What one speaker did, when, through whom: the code's words, then the stored slice. */
export function tellWithWords(quote: AnswerQuote, subject: string, words: Words): string {
  const { digest } = words.answers;
  const told = `${subject}${digest.did(toldStance(quote), describeOccasion(quote, words))}`;
  const quoted = quoteVerbatim(quote, words);
  return quoted === null ? digest.withoutWords(told) : digest.withWords(told, quoted);
}

/** One statement in the code's words around the stored slice. */
export function tellStatement(quote: AnswerQuote, words: Words): AnswerSentence {
  const subject = words.answers.digest.subject(describeSpeaker(quote, words));
  const told = tellWithWords(quote, subject, words);
  return { text: ended(told), quoteIds: [quote.id] };
}

/** "2 of 5 quotes on file are told above; also on file: 3 denials.": null when nothing was left out. */
export function tellRest(
  told: readonly AnswerSentence[],
  gathered: Pick<Gathered, 'groups' | 'total' | 'notShown'>,
  { answers, countStance }: Words,
): AnswerSentence | null {
  const ids = new Set(told.flatMap(({ quoteIds }) => quoteIds));
  const shown = gathered.groups.flatMap(({ quotes }) => quotes);
  const rest = gathered.groups
    .map(({ stance, quotes }) => ({ stance, quotes: quotes.filter(({ id }) => !ids.has(id)) }))
    .filter(({ quotes }) => quotes.length > 0);
  const counts = rest.map(({ stance, quotes }) => countStance(quotes.length, stance));
  const parts = gathered.notShown === 0 ? counts : [...counts, answers.digest.more(gathered.notShown)];
  if (parts.length === 0) return null;
  const above = shown.filter(({ id }) => ids.has(id)).length;
  return {
    text: answers.digest.rest(above, gathered.total, parts),
    quoteIds: rest.flatMap(({ quotes }) => quotes.map(({ id }) => id)),
  };
}

/** The plain sentence for a stance that nobody took; null when somebody did, or all were asked for. */
export function tellNobody(
  { stance }: Question,
  groups: readonly StanceGroup[],
  { answers }: Words,
): AnswerSentence | null {
  if (stance === null || groups[0]?.stance === stance) return null;
  return { text: answers.digest.nobody(stance), quoteIds: [] };
}

/** Tells what is on file without a model: each speaker's newest statement, then the counts. */
export function writeDigest(groups: readonly StanceGroup[], words: Words): readonly AnswerSentence[] {
  return newestStatements(groups)
    .slice(0, MAX_STATEMENTS)
    .map((quote) => tellStatement(quote, words));
}
