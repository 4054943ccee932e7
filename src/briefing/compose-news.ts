import type { AnswerQuote } from '../records/answer.ts';
import { quotesOfReport, type Report, type ReportPart, type SentenceEntry } from '../records/report.ts';
import { findCorrections, type Correction } from './find-corrections.ts';
import { findUnanswered } from './find-unanswered.ts';
import { gatherNews, tellingKey, type News } from './gather-news.ts';
import { LENGTHS, type Length } from './lengths.ts';
import type { NewsQuestion, TellingDeps } from './news-question.ts';
import { tellLists } from './tell-lists.ts';
import { tellChanges, tellConflicts, tellCorrections } from './tell-pairs.ts';
import { tellWhere } from './tell-rest.ts';
import { tellSum, tellWanted } from './tell-sum.ts';

/** What is new on the record, ready to be shown, and what was found for it. */
export interface ComposedNews {
  readonly report: Report;
  /** All that is new, whether it is shown or counted. */
  readonly fresh: readonly AnswerQuote[];
  readonly corrections: readonly Correction[];
}

/**
 * What is new on the record, topic by topic: what was told before and is corrected, who changed position, who contradicts
 * whom, who denied, disputed, declined, confirmed and said what, and who was asked without a reply. Each statement stands
 * once, with all its outlets, under the first topic it fits; counts are the code's; no model takes part. Throws InputError
 * for a topic that can't be searched, StoreError when the store fails.
 */
export async function composeNews(question: NewsQuestion, deps: TellingDeps): Promise<ComposedNews> {
  const { title, wanted, when, teller } = question;
  const { words } = deps;
  const corrections = await findCorrections(teller, deps);
  const shown = new Set(corrections.flatMap(({ told, now }) => [told.id, ...(now === null ? [] : [now.id])]));
  const topics = await gatherTopics(question, shown, deps);
  const length = LENGTHS[question.length];
  const pairs = topics.map((news) => [
    ...tellChanges(news, shown, length, words),
    ...tellConflicts(news, shown, length, words),
  ]);
  const lists = tellLists(topics, shown, { length, when, words });
  const parts = [
    ...tellCorrections(corrections, words),
    ...topics.flatMap((_, index) => [...(pairs[index] ?? []), ...(lists[index]?.parts ?? [])]),
    ...(await tellUnanswered(topics, length, question, deps)),
  ];
  const rests = topics.map(({ topic, unread }, index) => ({
    topic,
    count: unread + (lists[index]?.left.length ?? 0),
  }));
  const report: Report = {
    title,
    filters: [...question.period, ...tellWanted({ wanted }, words)],
    told: tellSum(topics, corrections.length, words),
    parts,
    notShown: rests.reduce((sum, { count }) => sum + count, 0),
    whereRest: tellWhere(rests, when, words),
  };
  return { report, fresh: topics.flatMap(({ fresh }) => fresh), corrections };
}

/** What is new on each topic, but for what is `shown` elsewhere; what fits two is told under the first. */
async function gatherTopics(
  question: NewsQuestion,
  shown: ReadonlySet<string>,
  deps: TellingDeps,
): Promise<readonly News[]> {
  const told = new Set<string>();
  const topics: News[] = [];
  for (const topic of question.wanted.topics.length === 0 ? [''] : question.wanted.topics) {
    const news = await gatherNews(topic, question, deps);
    const fresh = news.fresh.filter((quote) => !shown.has(quote.id) && !told.has(tellingKey(quote)));
    for (const quote of fresh) told.add(tellingKey(quote));
    topics.push({ ...news, fresh });
  }
  return topics;
}

async function tellUnanswered(
  topics: readonly News[],
  { unanswered }: Length,
  question: NewsQuestion,
  deps: TellingDeps,
): Promise<readonly ReportPart[]> {
  const told = new Set<string>();
  const parts: ReportPart[] = [];
  for (const news of topics) {
    const found = await findUnanswered(news, question, deps);
    const entries = found.filter((entry) => !told.has(placeOf(entry))).slice(0, unanswered);
    for (const entry of entries) told.add(placeOf(entry));
    if (entries.length > 0) parts.push({ heading: deps.words.briefings.unanswered(news.topic), entries });
  }
  return parts;
}

const placeOf = ({ article, span }: SentenceEntry): string => `${article.id} ${span[0]}`;

/** Ids of the quotes that a report tells as news or beside them; what it tells as corrected is not among them. */
export function toldIn({ report, corrections }: ComposedNews): readonly string[] {
  const corrected = new Set(corrections.map(({ told }) => told.id));
  return [...new Set(quotesOfReport(report).map(({ id }) => id))].filter((id) => !corrected.has(id));
}

/** What is new among the quotes that a report shows. */
export function newsShownIn({ report, fresh }: ComposedNews): readonly AnswerQuote[] {
  const isNew = new Set(fresh.map(({ id }) => id));
  return quotesOfReport(report).filter(({ id }) => isNew.has(id));
}
