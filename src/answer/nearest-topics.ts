import type { Question } from '../records/answer.ts';
import type { Term, Topic } from '../records/search.ts';
import { parseTopic } from '../search/topic.ts';
import { nearest } from '../../commands/nearest.ts';
import type { ArticleSummary, Store } from '../store/store.ts';
import type { Words } from '../words/words.ts';

const MAX_TOPICS = 3;
/** Titles whose words spelling is corrected by, and titles that are told. */
const MAX_ARTICLES = 200;
const MAX_TITLES = 2;
const WORD = /\p{L}{4,}/gu;
/** A long topic has many parts; the first words say most. */
const MAX_TERMS = 6;

function inWords(terms: readonly Term[]): string {
  return terms.map((term) => (term.length > 1 ? `"${term.join(' ')}"` : term.join(''))).join(' ');
}

/** The topic with one term left out, then each term alone: what is near to it, nearest first. */
function partsOf({ all, none }: Topic): readonly Topic[] {
  const terms = all.slice(0, MAX_TERMS);
  const shorter = terms.length > 2 ? terms.map((left) => terms.filter((term) => term !== left)) : [];
  const single = terms.length > 1 ? terms.map((term) => [term]) : [];
  return [...shorter, ...single].map((part) => ({ all: part, none }));
}

/**
 * Tells which topics near a topic that nothing fits do have quotes, or that the filters leave nothing over; where there
 * is nothing near, what the newest articles are about. Null when no article has a quote.
 */
export async function tellNearest(
  question: Question,
  { workspace, store, words }: { readonly workspace: string; readonly store: Store; readonly words: Words },
): Promise<string | null> {
  const { speaker, outlet, since, until, leaveOut } = question;
  const topic = parseTopic(question.topic);
  const count = async (request: Parameters<Store['searchQuotes']>[1]) =>
    (await store.searchQuotes(workspace, request)).total;
  if ([speaker, outlet, since, until, leaveOut].some((filter) => filter !== undefined)) {
    const unfiltered = await count({ topic, limit: 1 });
    if (unfiltered > 0) return words.answers.withoutFilters(unfiltered);
  }
  const within = (part: Topic) => count({ topic: part, speaker, outlet, since, until, limit: 1 });
  const { articles } = await store.listArticles(workspace, null, MAX_ARTICLES);
  const spelt = await correctSpelling(topic, articles, within);
  const found: string[] = [];
  for (const part of [...spelt, ...partsOf(topic)]) {
    const total = found.length < MAX_TOPICS ? await within(part) : 0;
    if (total > 0) found.push(`${inWords(part.all)} (${words.quotes(total)})`);
  }
  return found.length === 0 ? tellNewest(articles, words) : words.answers.nearest(found);
}

/** The topic with words that no quote holds replaced by the nearest word of a stored title; none where nothing changes. */
async function correctSpelling(
  topic: Topic,
  articles: readonly ArticleSummary[],
  count: (topic: Topic) => Promise<number>,
): Promise<readonly Topic[]> {
  const known = [...new Set(articles.flatMap(({ title }) => title?.toLowerCase().match(WORD) ?? []))];
  const all: Term[] = [];
  for (const term of topic.all) {
    const [word = ''] = term;
    const isKnown =
      term.length > 1 || all.length >= MAX_TERMS || (await count({ all: [term], none: [] })) > 0;
    const meant = isKnown ? null : nearest(word.toLowerCase(), known);
    all.push(meant === null ? term : [meant]);
  }
  return all.every((term, index) => term === topic.all[index]) ? [] : [{ all, none: topic.none }];
}

/** What the newest articles with quotes are about: a way in for somebody who does not know what is on file. */
function tellNewest(articles: readonly ArticleSummary[], { answers }: Words): string | null {
  const titles = articles.flatMap(({ title, quotes }) => (title === null || quotes === 0 ? [] : [title]));
  return titles.length === 0 ? null : answers.newest(titles.slice(0, MAX_TITLES));
}
