import { dayOf } from '../answer/days.ts';
import { findContradictions, type Contradiction } from '../answer/reports/find-contradictions.ts';
import { nameSource } from '../answer/wording.ts';
import type { AnswerQuote } from '../records/answer.ts';
import type { ReportEntry, ReportPart } from '../records/report.ts';
import type { Words } from '../words/words.ts';
import type { Correction } from './find-corrections.ts';
import { findChanges } from './find-changes.ts';
import type { News } from './gather-news.ts';
import type { Length } from './lengths.ts';

/** Statements that are compared with each other: each with each. */
const MAX_COMPARED = 300;

export function entryOf(quote: AnswerQuote, note: string | null): ReportEntry {
  return { kind: 'quote', quote, note };
}

/** What was told before and reads otherwise now: the words as they were, then as they are. */
export function tellCorrections(
  corrections: readonly Correction[],
  { briefings }: Words,
): readonly ReportPart[] {
  if (corrections.length === 0) return [];
  const entries = corrections.flatMap(({ told, now }) => {
    const day = told.superseded?.on ?? null;
    if (now === null) return [entryOf(told, briefings.removed(day))];
    return [entryOf(told, briefings.reworded(day)), entryOf(now, briefings.inItsPlace)];
  });
  return [{ heading: briefings.corrected, entries }];
}

/** Who changed position, with the statement that does it and the one before; none of `shown` is told again. */
export function tellChanges(
  news: News,
  shown: Set<string>,
  { changes }: Length,
  { briefings, reports }: Words,
): readonly ReportPart[] {
  const told = findChanges(news)
    .filter(({ later }) => !shown.has(later.id))
    .slice(0, changes);
  if (told.length === 0) return [];
  for (const { later, before } of told) {
    shown.add(later.id);
    shown.add(before.id);
  }
  const entries = told.flatMap(({ later, before }) => [
    entryOf(later, reports.changed(before.stance, dayOf(before))),
    entryOf(before, briefings.saidBefore),
  ]);
  return [{ heading: briefings.changed(news.topic), entries }];
}

/** Plain conflicts in which something new takes part; none of `shown` is told again. */
export function tellConflicts(
  news: News,
  shown: Set<string>,
  { conflicts }: Length,
  words: Words,
): readonly ReportPart[] {
  const { briefings, reports } = words;
  const { topic, fresh } = news;
  const isFresh = new Set(fresh.map(({ id }) => id));
  const parts: ReportPart[] = [];
  for (const { denial, assertion, sameSpeaker } of findConflicts(news)) {
    const pair = [denial, assertion];
    const isNews = pair.some(({ id }) => isFresh.has(id));
    if (parts.length === conflicts || !isNews || pair.some(({ id }) => shown.has(id))) continue;
    for (const { id } of pair) shown.add(id);
    const denier = nameSource(denial, words);
    const against = sameSpeaker
      ? briefings.againstThemselves(denier)
      : reports.against(denier, nameSource(assertion, words));
    parts.push({
      heading: briefings.conflict(topic, against),
      entries: pair.map((quote) => entryOf(quote, isFresh.has(quote.id) ? null : briefings.alsoOnRecord)),
    });
  }
  return parts;
}

/**
 * About everything the words themselves have to conflict: what a denial answers is found in its article by rules that
 * may err, and no topic is there to hold it against.
 */
function findConflicts({ topic, fresh, earlier }: News): readonly Contradiction[] {
  const compared = [...fresh, ...earlier].slice(0, MAX_COMPARED);
  if (topic !== '') return findContradictions(compared, topic);
  const whole = new Map(compared.map((quote) => [quote.id, quote]));
  const withAnswers = (quote: AnswerQuote): AnswerQuote => whole.get(quote.id) ?? quote;
  return findContradictions(compared.map(withoutAnswers), topic).map(
    ({ denial, assertion, sameSpeaker, shared }) => ({
      denial: withAnswers(denial),
      assertion: withAnswers(assertion),
      sameSpeaker,
      shared,
    }),
  );
}

function withoutAnswers(quote: AnswerQuote): AnswerQuote {
  return { ...quote, answers: null };
}
