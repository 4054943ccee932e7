import type { AnswerQuote, StanceGroup } from '../records/answer.ts';
import { dayOf } from './days.ts';
import { speakerKey } from './speakers.ts';

/** The newest statement of each speaker on each stance, in the groups' order. */
export function newestStatements(groups: readonly StanceGroup[]): readonly AnswerQuote[] {
  return groups.flatMap(({ quotes }) => {
    const bySpeaker = Map.groupBy(quotes, speakerKey);
    return [...bySpeaker.values()].flatMap((own) => own.slice(0, 1));
  });
}

interface Selection {
  readonly quotes: number;
  readonly characters: number;
}

/** How much of a candidate is already there: speaker, outlet and day that the chosen ones have. */
function sameness(candidate: AnswerQuote, chosen: readonly AnswerQuote[]): number {
  const speaker = speakerKey(candidate);
  return (
    (chosen.some((quote) => speakerKey(quote) === speaker) ? 4 : 0) +
    (chosen.some((quote) => quote.article.outlet === candidate.article.outlet) ? 2 : 0) +
    (chosen.some((quote) => dayOf(quote) === dayOf(candidate)) ? 1 : 0)
  );
}

/**
 * The quotes that a summary is made from, within `limit`: stances in turns beginning with the asked one, each speaker's
 * newest statement before older ones, and among equals the one that brings a new speaker, outlet or day.
 */
export function selectEvidence(groups: readonly StanceGroup[], limit: Selection): readonly AnswerQuote[] {
  const newest = new Set(newestStatements(groups));
  const waiting = groups.map(({ quotes }) => [...quotes]);
  const chosen: AnswerQuote[] = [];
  let characters = 0;
  while (chosen.length < limit.quotes && waiting.some((quotes) => quotes.length > 0)) {
    for (const quotes of waiting) {
      const weigh = (quote: AnswerQuote) => (newest.has(quote) ? 0 : 8) + sameness(quote, chosen);
      const best = quotes.reduce<AnswerQuote | null>(
        (found, quote) => (found === null || weigh(quote) < weigh(found) ? quote : found),
        null,
      );
      if (best === null) continue;
      quotes.splice(quotes.indexOf(best), 1);
      const size = best.content.text.length;
      if (chosen.length >= limit.quotes || characters + size > limit.characters) continue;
      chosen.push(best);
      characters += size;
    }
  }
  return chosen;
}
