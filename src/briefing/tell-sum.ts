import { isNamed, speakerKey } from '../answer/speakers.ts';
import { countStance, countThings, listed } from '../answer/wording.ts';
import type { AnswerQuote } from '../records/answer.ts';
import { speakerLabel, STANCES } from '../records/quote.ts';
import type { News } from './gather-news.ts';
import type { NewsQuestion } from './news-question.ts';

const MOST_QUOTED = 3;
/** Topics that are told of one by one. */
const MAX_TOPICS = 5;

/** What is new in figures, each the code's: statements by stance, topic by topic, and who is quoted most. */
export function tellSum(topics: readonly News[], corrections: number): readonly string[] {
  const fresh = topics.flatMap((news) => news.fresh);
  const corrected =
    corrections === 0 ? [] : [`${countThings(corrections, 'correction')} of what was told here.`];
  if (fresh.length === 0) return [tellNothing(topics), ...corrected];
  const sources = fresh.flatMap(({ article, copies = [] }) => [article, ...copies]);
  const articles = new Set(sources.map(({ id }) => id)).size;
  const outlets = new Set(sources.flatMap(({ outlet }) => (outlet === null ? [] : [outlet]))).size;
  const carried = `${countThings(articles, 'article')}${outlets === 0 ? '' : ` of ${countThings(outlets, 'outlet')}`}`;
  const unread = topics.reduce((sum, news) => sum + news.unread, 0);
  const found =
    unread === 0
      ? `${countThings(fresh.length, 'statement')} in ${carried}`
      : `The ${fresh.length} of ${fresh.length + unread} statements that answer or fit best, in ${carried}`;
  return [
    `${found}: ${countStances(fresh)}.`,
    ...(topics.length > 1 ? [topics.slice(0, MAX_TOPICS).map(tellTopic).join(' ')] : []),
    ...tellMostQuoted(fresh),
    ...corrected,
  ];
}

function tellNothing(topics: readonly News[]): string {
  const named = topics.filter(({ topic }) => topic !== '').map(({ topic }) => `“${topic}”`);
  return `Nothing new is on the record${named.length === 0 ? '' : ` on ${listed(named)}`} for this period.`;
}

/** What fits two topics counts under the first. */
function tellTopic({ topic, fresh }: News, index: number): string {
  const nothing = index === 0 ? 'nothing new' : 'nothing more';
  return `On “${topic}”: ${fresh.length === 0 ? nothing : countStances(fresh)}.`;
}

function countStances(quotes: readonly AnswerQuote[]): string {
  return STANCES.flatMap((stance) => {
    const members = quotes.filter((quote) => quote.stance === stance).length;
    return members === 0 ? [] : [countStance(members, stance)];
  }).join(', ');
}

function tellMostQuoted(fresh: readonly AnswerQuote[]): readonly string[] {
  const named = fresh.filter(({ speaker }) => isNamed(speaker));
  const most = [...Map.groupBy(named, speakerKey).values()]
    .filter((quotes) => quotes.length > 1)
    .toSorted((left, right) => right.length - left.length)
    .slice(0, MOST_QUOTED)
    .flatMap((quotes) =>
      quotes[0]?.speaker ? [`${speakerLabel(quotes[0].speaker)} (${quotes.length})`] : [],
    );
  return most.length === 0 ? [] : [`Most quoted: ${listed(most)}.`];
}

/** What narrows the news besides the topics, in words. */
export function tellWanted({ wanted }: Pick<NewsQuestion, 'wanted'>): readonly string[] {
  const { stances, speakers, outlets } = wanted;
  return [
    ...(stances.length === 0 ? [] : [`only ${stances.join(', ')}`]),
    ...(speakers.length === 0 ? [] : [`speakers ${speakers.join(', ')}`]),
    ...(outlets.length === 0 ? [] : [`outlets ${outlets.join(', ')}`]),
  ];
}
