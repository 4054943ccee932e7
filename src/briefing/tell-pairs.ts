import { dayInWords, dayOf } from '../answer/days.ts';
import { findContradictions, type Contradiction } from '../answer/reports/find-contradictions.ts';
import { describeSpeaker, VERBS } from '../answer/wording.ts';
import type { AnswerQuote } from '../records/answer.ts';
import type { ReportEntry, ReportPart } from '../records/report.ts';
import type { Correction } from './find-corrections.ts';
import { findChanges } from './find-changes.ts';
import type { News } from './gather-news.ts';
import type { Length } from './lengths.ts';

/** Statements that are compared with each other: each with each. */
const MAX_COMPARED = 300;

export function entryOf(quote: AnswerQuote, note: string | null): ReportEntry {
  return { kind: 'quote', quote, note };
}

/** " on “topic”", or nothing where it is about everything. */
export function onTopic(topic: string): string {
  return topic === '' ? '' : ` on “${topic}”`;
}

/** What was told before and reads otherwise now: the words as they were, then as they are. */
export function tellCorrections(corrections: readonly Correction[]): readonly ReportPart[] {
  if (corrections.length === 0) return [];
  const entries = corrections.flatMap(({ told, now }) => {
    const when = told.superseded === undefined ? '' : `, on ${dayInWords(told.superseded.on)}`;
    const became = now === null ? 'removed' : 'changed';
    const before = entryOf(told, `Told here before; ${became} in a later revision of the article${when}.`);
    return now === null ? [before] : [before, entryOf(now, 'What the article has in its place now.')];
  });
  return [{ heading: 'Corrected since it was told here', entries }];
}

/** Who changed position, with the statement that does it and the one before; none of `shown` is told again. */
export function tellChanges(news: News, shown: Set<string>, { changes }: Length): readonly ReportPart[] {
  const told = findChanges(news)
    .filter(({ later }) => !shown.has(later.id))
    .slice(0, changes);
  if (told.length === 0) return [];
  for (const { later, before } of told) {
    shown.add(later.id);
    shown.add(before.id);
  }
  const entries = told.flatMap(({ later, before }) => [
    entryOf(later, `Changed position: ${VERBS[before.stance]} on ${dayInWords(dayOf(before))}.`),
    entryOf(before, 'What they said before.'),
  ]);
  return [{ heading: `Changed position${onTopic(news.topic)}`, entries }];
}

/** Plain conflicts in which something new takes part; none of `shown` is told again. */
export function tellConflicts(news: News, shown: Set<string>, { conflicts }: Length): readonly ReportPart[] {
  const { topic, fresh } = news;
  const isFresh = new Set(fresh.map(({ id }) => id));
  const parts: ReportPart[] = [];
  for (const { denial, assertion, sameSpeaker } of findConflicts(news)) {
    const pair = [denial, assertion];
    const isNews = pair.some(({ id }) => isFresh.has(id));
    if (parts.length === conflicts || !isNews || pair.some(({ id }) => shown.has(id))) continue;
    for (const { id } of pair) shown.add(id);
    const [one, other] = pair.map((quote) => describeSpeaker(quote).replace(/,$/, ''));
    const against = sameSpeaker ? `${one}, against their own words` : `${one} against ${other}`;
    parts.push({
      heading: `In conflict${onTopic(topic)}: ${against}`,
      entries: pair.map((quote) => entryOf(quote, isFresh.has(quote.id) ? null : 'Also on the record.')),
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
