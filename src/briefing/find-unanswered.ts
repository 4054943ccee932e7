import { findSilent, noteSilent, type Silent } from '../answer/reports/find-silent.ts';
import type { Article } from '../records/article.ts';
import type { SentenceEntry } from '../records/report.ts';
import type { News } from './gather-news.ts';
import { searchWhen, type NewsQuestion, type TellingDeps } from './news-question.ts';

/** Articles that are read for one topic, and sentences of them that are looked into where there is none. */
const MAX_ARTICLES = 40;
const MAX_LOOKED_UP = 8;

/**
 * Whom the articles with news name as asked or accused without a word on record. Without a topic only those who were asked,
 * and who said nothing at all in the period.
 */
export async function findUnanswered(
  { topic, fresh, earlier }: News,
  { wanted, when }: NewsQuestion,
  { workspace, store, words }: TellingDeps,
): Promise<readonly SentenceEntry[]> {
  const isAskedFor = wanted.stances.length === 0 || wanted.stances.includes('declined');
  if (!isAskedFor || wanted.speakers.length > 0) return [];
  const ids = [...new Set(fresh.map(({ article }) => article.id))];
  const articles: Article[] = [];
  for (const id of ids.slice(0, MAX_ARTICLES)) {
    const article = await store.findArticle(workspace, id);
    if (article !== null) articles.push(article);
  }
  const silent = findSilent(articles, [...fresh, ...earlier]);
  if (topic !== '') return silent.map((entry) => noteSilent(entry, words));
  const asked: Silent[] = [];
  for (const entry of silent.filter(({ isAsked }) => isAsked).slice(0, MAX_LOOKED_UP)) {
    const { total } = await store.searchQuotes(workspace, {
      topic: { all: [], none: [] },
      ...searchWhen(when),
      speaker: entry.who,
      limit: 1,
    });
    if (total === 0) asked.push(entry);
  }
  return asked.map((entry) => noteSilent(entry, words));
}
