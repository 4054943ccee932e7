import { dayInWords, dayOf } from '../answer/days.ts';
import { findContradictions } from '../answer/reports/find-contradictions.ts';
import { makeReport } from '../answer/reports/make-report.ts';
import { positionOf } from '../answer/reversals.ts';
import { isNamed, speakerKey } from '../answer/speakers.ts';
import { countStance, listed, VERBS } from '../answer/wording.ts';
import type { AnswerQuote } from '../records/answer.ts';
import { speakerLabel, STANCES, type Stance } from '../records/quote.ts';
import type { Report, ReportEntry, ReportPart } from '../records/report.ts';
import { gatherNews, type BriefingDeps, type BriefingQuestion, type News } from './gather-news.ts';

/** Quotes of one stance that a part shows; of the stances that answer a claim more than of others. */
const MOST = { answering: 8, other: 4 };
const MOST_QUOTED = 3;

/**
 * What is new on the record in a period, topic by topic: who denied, disputed, declined, confirmed and said what, who
 * changed position, who contradicts whom, and who was asked without a reply. Each statement stands once, with all its
 * outlets; counts are the code's; no model takes part. Throws InputError for a topic that can't be searched.
 */
export async function composeBriefing(question: BriefingQuestion, deps: BriefingDeps): Promise<Report> {
  const { topics, since, until } = question;
  const told = new Set<string>();
  const parts: ReportPart[] = [];
  const shown: AnswerQuote[] = [];
  let notShown = 0;
  for (const topic of topics.length === 0 ? [''] : topics) {
    const news = await gatherNews(topic, question, deps);
    const fresh = news.fresh.filter(({ id }) => !told.has(id));
    for (const { id } of fresh) told.add(id);
    const entries = tellNews({ ...news, fresh });
    shown.push(...fresh);
    notShown += news.notShown + fresh.length - entries.length;
    if (entries.length > 0) parts.push({ heading: headingOf(topic, fresh), entries });
    parts.push(...tellConflicts({ ...news, fresh }));
    if (topic !== '') parts.push(...(await tellUnanswered(topic, question, deps)));
  }
  return {
    title: 'What is new on the record',
    filters: [`from ${dayInWords(since)}`, `to ${dayInWords(until)}`],
    told: tellSum(shown, topics),
    parts,
    notShown,
  };
}

function tellSum(shown: readonly AnswerQuote[], topics: readonly string[]): readonly string[] {
  const about = topics.length === 0 ? '' : ` on ${listed(topics.map((topic) => `“${topic}”`))}`;
  if (shown.length === 0) return [`Nothing new is on the record${about} for this period.`];
  const sources = shown.flatMap(({ article, copies = [] }) => [article, ...copies]);
  const articles = new Set(sources.map(({ id }) => id)).size;
  const outlets = new Set(sources.flatMap(({ outlet }) => (outlet === null ? [] : [outlet]))).size;
  const carried = `${count(articles, 'article')}${outlets === 0 ? '' : ` of ${count(outlets, 'outlet')}`}`;
  return [
    `${count(shown.length, 'statement')} in ${carried}: ${countStances(shown)}.`,
    ...tellMostQuoted(shown),
  ];
}

function tellMostQuoted(shown: readonly AnswerQuote[]): readonly string[] {
  const named = shown.filter(({ speaker }) => isNamed(speaker));
  const most = [...Map.groupBy(named, speakerKey).values()]
    .filter((quotes) => quotes.length > 1)
    .toSorted((left, right) => right.length - left.length)
    .slice(0, MOST_QUOTED)
    .flatMap((quotes) =>
      quotes[0]?.speaker ? [`${speakerLabel(quotes[0].speaker)} (${quotes.length})`] : [],
    );
  return most.length === 0 ? [] : [`Most quoted: ${listed(most)}.`];
}

function countStances(quotes: readonly AnswerQuote[]): string {
  return STANCES.flatMap((stance) => {
    const members = quotes.filter((quote) => quote.stance === stance).length;
    return members === 0 ? [] : [countStance(members, stance)];
  }).join(', ');
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

function headingOf(topic: string, fresh: readonly AnswerQuote[]): string {
  return topic === '' ? 'On everything' : `On “${topic}”: ${countStances(fresh)}`;
}

/** The statements of the period, denials first; each with the change of position it brings, where it brings one. */
function tellNews({ topic, fresh, earlier }: News): readonly ReportEntry[] {
  return STANCES.flatMap((stance) => {
    const members = fresh.filter((quote) => quote.stance === stance);
    return members
      .slice(0, positionOf(stance) === null ? MOST.other : MOST.answering)
      .map(
        (quote) => ({ kind: 'quote', quote, note: topic === '' ? null : changeOf(quote, earlier) }) as const,
      );
  });
}

/** What the same named speaker held before the period, where it was another position. */
function changeOf(quote: AnswerQuote, earlier: readonly AnswerQuote[]): string | null {
  const position = positionOf(quote.stance);
  if (position === null || !isNamed(quote.speaker)) return null;
  const before = earlier.find(
    (other) =>
      positionOf(other.stance) !== null && dayOf(other) !== '' && speakerKey(other) === speakerKey(quote),
  );
  if (before === undefined || positionOf(before.stance) === position) return null;
  return `Changed position: ${verb(before.stance)} on ${dayInWords(dayOf(before))}.`;
}

const verb = (stance: Stance): string => VERBS[stance];

/** Plain conflicts in which a statement of the period takes part. */
function tellConflicts({ topic, fresh, earlier }: News): readonly ReportPart[] {
  if (topic === '') return [];
  const isFresh = new Set(fresh.map(({ id }) => id));
  return findContradictions([...fresh, ...earlier], topic)
    .filter(({ denial, assertion }) => isFresh.has(denial.id) || isFresh.has(assertion.id))
    .map(({ denial, assertion, sameSpeaker }) => ({
      heading: sameSpeaker
        ? `In conflict with their own words on “${topic}”`
        : `In conflict with each other on “${topic}”`,
      entries: [denial, assertion].map((quote) => ({ kind: 'quote', quote, note: null }) as const),
    }));
}

/** Whom articles of the period name as asked or accused without a word on record. */
async function tellUnanswered(
  topic: string,
  { since, until }: BriefingQuestion,
  deps: BriefingDeps,
): Promise<readonly ReportPart[]> {
  const { parts } = await makeReport('silent', { topic, since, until }, deps);
  return parts.map(({ entries }) => ({ heading: `Without a reply on record on “${topic}”`, entries }));
}
