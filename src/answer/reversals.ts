import type { AnswerQuote, AnswerSentence, StanceGroup } from '../records/answer.ts';
import type { Stance } from '../records/quote.ts';
import { byNewest, dayOf } from './days.ts';
import { ended, tellWithWords } from './digest.ts';
import { isNamed, speakerKey } from './speakers.ts';
import type { Words } from '../words/words.ts';
import { describeSpeaker } from './wording.ts';

type Position = 'against' | 'open' | 'for';

/** Stances that say where a speaker stands toward a report; others, such as a warning, go with any of them. */
const POSITIONS: Partial<Record<Stance, Position>> = {
  denied: 'against',
  disputed: 'against',
  declined: 'open',
  confirmed: 'for',
};

/** Where a stance puts its speaker toward a report; null for one that says nothing of that. */
export function positionOf(stance: Stance): Position | null {
  return POSITIONS[stance] ?? null;
}

const MAX_REVERSALS = 2;

/** The newest position of a speaker, and the last one before it, on an earlier day, that was another. */
function findReversal(
  quotes: readonly AnswerQuote[],
): readonly [earlier: AnswerQuote, later: AnswerQuote] | null {
  const taken = quotes
    .filter((quote) => POSITIONS[quote.stance] !== undefined && dayOf(quote) !== '')
    .toSorted(byNewest);
  const [newest] = taken;
  // A statement without a day of its own is dated by its article, which may only recall it: "who twice denied it".
  const later =
    taken.find((quote) => newest !== undefined && dayOf(quote) === dayOf(newest) && quote.saidOn !== null) ??
    newest;
  const earlier = taken.find(
    (quote) =>
      later !== undefined &&
      POSITIONS[quote.stance] !== POSITIONS[later.stance] &&
      dayOf(quote) < dayOf(later),
  );
  return later === undefined || earlier === undefined ? null : [earlier, later];
}

/**
 * Tells which named speakers changed their position between two days, with both statements. Unnamed sources are left
 * out: nobody knows that two of them are one person.
 */
export function tellReversals(groups: readonly StanceGroup[], words: Words): readonly AnswerSentence[] {
  const named = groups.flatMap(({ quotes }) => quotes).filter((quote) => isNamed(quote.speaker));
  return [...Map.groupBy(named, speakerKey).values()]
    .flatMap((quotes) => {
      const reversal = findReversal(quotes);
      if (reversal === null) return [];
      const [earlier, later] = reversal;
      const { digest } = words.answers;
      const subject = digest.subject(describeSpeaker(later, words));
      const text = ended(
        digest.changed(tellWithWords(earlier, subject, words), tellWithWords(later, '', words)),
      );
      return [{ text, quoteIds: [earlier.id, later.id] }];
    })
    .slice(0, MAX_REVERSALS);
}
