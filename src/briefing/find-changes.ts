import { byNewest, dayOf } from '../answer/days.ts';
import { positionOf } from '../answer/reversals.ts';
import { isNamed, speakerKey } from '../answer/speakers.ts';
import type { AnswerQuote } from '../records/answer.ts';
import type { News } from './gather-news.ts';

/** A speaker's new position, and the one held before it. */
export interface Change {
  readonly later: AnswerQuote;
  readonly before: AnswerQuote;
}

/**
 * Who takes another position on a topic than they held last, on an earlier day. Where something on file is newer than what
 * came on the record now, that is the speaker's position, and nothing has changed. Unnamed sources are left out: nobody
 * knows that two of them are one person.
 */
export function findChanges({ topic, fresh, earlier }: News): readonly Change[] {
  if (topic === '') return [];
  const isFresh = new Set(fresh.map(({ id }) => id));
  const taken = [...fresh, ...earlier].filter(
    (quote) => isNamed(quote.speaker) && positionOf(quote.stance) !== null && dayOf(quote) !== '',
  );
  return [...Map.groupBy(taken, speakerKey).values()].flatMap((own) => findChange(own, isFresh));
}

function findChange(own: readonly AnswerQuote[], isFresh: ReadonlySet<string>): readonly Change[] {
  const newestFirst = own.toSorted(byNewest);
  const [newest] = newestFirst;
  if (newest === undefined) return [];
  const onLastDay = newestFirst.filter((quote) => dayOf(quote) === dayOf(newest));
  // A statement without a day of its own is dated by its article, which may only recall it: "who twice denied it".
  const later = onLastDay.find(({ saidOn }) => saidOn !== null) ?? newest;
  if (!isFresh.has(later.id)) return [];
  const position = positionOf(later.stance);
  const before = newestFirst
    .filter((quote) => dayOf(quote) < dayOf(later))
    .find((quote) => !isFresh.has(quote.id) || positionOf(quote.stance) !== position);
  if (before === undefined || positionOf(before.stance) === position) return [];
  const alike = onLastDay.filter(({ id, stance }) => isFresh.has(id) && positionOf(stance) === position);
  return [{ later: alike.find(({ kind }) => kind === 'direct') ?? later, before }];
}
