import { isNamed, speakerKey } from '../answer/speakers.ts';
import type { AnswerQuote } from '../records/answer.ts';
import { speakerLabel, STANCES } from '../records/quote.ts';
import type { Words } from '../words/words.ts';
import type { News } from './gather-news.ts';
import type { NewsQuestion } from './news-question.ts';

const MOST_QUOTED = 3;
/** Topics that are told of one by one. */
const MAX_TOPICS = 5;

/** What is new in figures, each the code's: statements by stance, topic by topic, and who is quoted most. */
export function tellSum(topics: readonly News[], corrections: number, words: Words): readonly string[] {
  const { briefings } = words;
  const fresh = topics.flatMap((news) => news.fresh);
  const corrected = corrections === 0 ? [] : [briefings.correctionsTold(corrections)];
  if (fresh.length === 0) return [tellNothing(topics, words), ...corrected];
  const sources = fresh.flatMap(({ article, copies = [] }) => [article, ...copies]);
  const articles = new Set(sources.map(({ id }) => id)).size;
  const outlets = new Set(sources.flatMap(({ outlet }) => (outlet === null ? [] : [outlet]))).size;
  const unread = topics.reduce((sum, news) => sum + news.unread, 0);
  const found = { statements: fresh.length, unread, articles, outlets };
  return [
    briefings.sum(found, countStances(fresh, words)),
    ...(topics.length > 1 ? [tellTopics(topics.slice(0, MAX_TOPICS), words)] : []),
    ...tellMostQuoted(fresh, words),
    ...corrected,
  ];
}

function tellNothing(topics: readonly News[], { briefings }: Words): string {
  return briefings.nothing(topics.map(({ topic }) => topic).filter((topic) => topic !== ''));
}

/** What fits two topics counts under the first. */
function tellTopics(topics: readonly News[], words: Words): string {
  const { nothingMore, nothingNew, topicSum } = words.briefings;
  return topics
    .map(({ topic, fresh }, index) => {
      const nothing = index === 0 ? nothingNew : nothingMore;
      return topicSum(topic, fresh.length === 0 ? nothing : countStances(fresh, words));
    })
    .join(' ');
}

function countStances(quotes: readonly AnswerQuote[], { countStance }: Words): string {
  return STANCES.flatMap((stance) => {
    const members = quotes.filter((quote) => quote.stance === stance).length;
    return members === 0 ? [] : [countStance(members, stance)];
  }).join(', ');
}

function tellMostQuoted(fresh: readonly AnswerQuote[], { briefings }: Words): readonly string[] {
  const named = fresh.filter(({ speaker }) => isNamed(speaker));
  const most = [...Map.groupBy(named, speakerKey).values()]
    .filter((quotes) => quotes.length > 1)
    .toSorted((left, right) => right.length - left.length)
    .slice(0, MOST_QUOTED)
    .flatMap((quotes) =>
      quotes[0]?.speaker ? [`${speakerLabel(quotes[0].speaker)} (${quotes.length})`] : [],
    );
  return most.length === 0 ? [] : [briefings.mostQuoted(most)];
}

/** What narrows the news besides the topics, in words. */
export function tellWanted(
  { wanted }: Pick<NewsQuestion, 'wanted'>,
  { briefings }: Words,
): readonly string[] {
  const { stances, speakers, outlets } = wanted;
  return [
    ...(stances.length === 0 ? [] : [briefings.only(stances)]),
    ...(speakers.length === 0 ? [] : [briefings.speakers(speakers)]),
    ...(outlets.length === 0 ? [] : [briefings.outlets(outlets)]),
  ];
}
