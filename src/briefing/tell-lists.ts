import { dayOf } from '../answer/days.ts';
import { dealInTurns } from '../answer/deal-in-turns.ts';
import { positionOf } from '../answer/reversals.ts';
import type { AnswerQuote } from '../records/answer.ts';
import { STANCES } from '../records/quote.ts';
import type { ReportPart } from '../records/report.ts';
import type { News } from './gather-news.ts';
import type { Length } from './lengths.ts';
import { daysBetween, firstDay, type When } from './news-question.ts';
import type { Words } from '../words/words.ts';
import { entryOf } from './tell-pairs.ts';

/** What was said more days before the period than this is told with its day. */
const LONG_AGO_DAYS = 7;

/** Of the room there is, what stances that answer no claim may take from those that do. */
const OTHERS_SHARE = 1 / 3;

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
  { length, when, words }: { readonly length: Length; readonly when: When; readonly words: Words },
): readonly TopicLists[] {
  const waiting = topics.map(({ fresh }) => fresh.filter(({ id }) => !shown.has(id)));
  const shares = dealInTurns(
    waiting.map((quotes) => listsOf(quotes, length).flat(2)),
    length.statements,
  );
  const kept = waiting.map((quotes, index) => bestOf(quotes, length, shares[index]?.length ?? 0));
  return topics.map(({ topic }, index) => {
    const told = new Set(kept[index]);
    const byStance = Map.groupBy(told, ({ stance }) => stance);
    const parts = [...byStance].map(([stance, quotes]) => ({
      heading: words.briefings.listed(stance, topic),
      entries: quotes.map((quote) => entryOf(quote, tellAge(quote, when, words))),
    }));
    return { parts, left: (waiting[index] ?? []).filter((quote) => !told.has(quote)) };
  });
}

/** Of each stance the newest: the stances that answer a claim, and all others. */
function listsOf(
  quotes: readonly AnswerQuote[],
  { answering, other }: Length,
): readonly [answering: AnswerQuote[][], others: AnswerQuote[][]] {
  const listed = (isAnswering: boolean, most: number): AnswerQuote[][] =>
    STANCES.filter((stance) => (positionOf(stance) !== null) === isAnswering).map((stance) =>
      quotes.filter((quote) => quote.stance === stance).slice(0, most),
    );
  return [listed(true, answering), listed(false, other)];
}

/** Where not all has room: some of every stance, but others take no more than their share from those that answer. */
function bestOf(quotes: readonly AnswerQuote[], length: Length, room: number): readonly AnswerQuote[] {
  const [answering, others] = listsOf(quotes, length);
  const forOthers = Math.min(others.flat().length, Math.floor(room * OTHERS_SHARE));
  const first = dealInTurns(answering, room - forOthers).flat();
  return [...first, ...dealInTurns(others, room - first.length).flat()];
}

/** What is new on the record and yet was said long before it is told as such. */
function tellAge(quote: AnswerQuote, when: When, { briefings }: Words): string | null {
  const day = dayOf(quote);
  if (when.kind === 'days' || day === '' || daysBetween(day, firstDay(when)) <= LONG_AGO_DAYS) return null;
  return briefings.longAgo(day);
}
