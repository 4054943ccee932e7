import { dayInWords, dayOf } from '../answer/days.ts';
import { dealInTurns } from '../answer/deal-in-turns.ts';
import { positionOf } from '../answer/reversals.ts';
import { nameStance } from '../answer/wording.ts';
import type { AnswerQuote } from '../records/answer.ts';
import { STANCES } from '../records/quote.ts';
import type { ReportPart } from '../records/report.ts';
import type { News } from './gather-news.ts';
import type { Length } from './lengths.ts';
import { daysBetween, firstDay, type When } from './news-question.ts';
import { entryOf, onTopic } from './tell-pairs.ts';

/** What was said more days before the period than this is told with its day. */
const LONG_AGO_DAYS = 7;

/** The lists of one topic, by stance, and the statements that have no place in them. */
export interface TopicLists {
  readonly parts: readonly ReportPart[];
  readonly left: readonly AnswerQuote[];
}

/**
 * What is new on each topic, stance by stance in the order of answers; the topics share what the length allows. `shown` is
 * told elsewhere already.
 */
export function tellLists(
  topics: readonly News[],
  shown: ReadonlySet<string>,
  length: Length,
  when: When,
): readonly TopicLists[] {
  const waiting = topics.map(({ fresh }) => fresh.filter(({ id }) => !shown.has(id)));
  const kept = dealInTurns(
    waiting.map((quotes) => bestOf(quotes, length)),
    length.statements,
  );
  return topics.map(({ topic }, index) => {
    const told = new Set(kept[index]);
    const byStance = Map.groupBy(told, ({ stance }) => stance);
    const parts = [...byStance].map(([stance, quotes]) => ({
      heading: `${nameStance(stance)}${onTopic(topic)}`,
      entries: quotes.map((quote) => entryOf(quote, tellAge(quote, when))),
    }));
    return { parts, left: (waiting[index] ?? []).filter((quote) => !told.has(quote)) };
  });
}

function bestOf(quotes: readonly AnswerQuote[], { answering, other }: Length): readonly AnswerQuote[] {
  return STANCES.flatMap((stance) =>
    quotes
      .filter((quote) => quote.stance === stance)
      .slice(0, positionOf(stance) === null ? other : answering),
  );
}

/** What is new on the record and yet was said long before it is told as such. */
function tellAge(quote: AnswerQuote, when: When): string | null {
  const day = dayOf(quote);
  if (when.kind === 'days' || day === '' || daysBetween(day, firstDay(when)) <= LONG_AGO_DAYS) return null;
  return `New on the record, though from ${dayInWords(day)}.`;
}
