import { byNewest, dayOf } from '../answer/days.ts';
import { mergeCopies, occasionKey } from '../answer/merge-copies.ts';
import { positionOf } from '../answer/reversals.ts';
import { isNamed, speakerKey } from '../answer/speakers.ts';
import { statementKey } from '../answer/statement-key.ts';
import type { AnswerQuote } from '../records/answer.ts';
import { STANCES, type Stance } from '../records/quote.ts';
import type { SearchRequest, StoredQuote, Topic } from '../records/search.ts';
import { parseTopic } from '../search/topic.ts';
import { TELLING_WORDS } from '../store/said-before.ts';
import { wordsOf } from '../store/words.ts';
import { dayBefore, searchWhen, type BriefingDeps, type NewsQuestion } from './news-question.ts';

/** What is new on one topic, each statement once, however many outlets carry it. */
export interface News {
  /** '' for everything. */
  readonly topic: string;
  /** The newest first. */
  readonly fresh: readonly AnswerQuote[];
  /** What was on the record before, the newest first: what a speaker is held against. */
  readonly earlier: readonly AnswerQuote[];
  /** New on file, but beyond what is looked through. */
  readonly unread: number;
}

/** Quotes that are looked through for a topic: of the stances that answer a claim, and of all others. */
const MAX_FOUND = 200;
/** Speakers whose earlier statements are looked up one by one, and how many of each. */
const MAX_SPEAKERS = 25;
const MAX_HELD = 30;
const EVERYTHING: Topic = { all: [], none: [] };
/** Stances that a later statement may stand against. */
const HELD: readonly Stance[] = ['denied', 'disputed', 'declined', 'confirmed', 'claimed'];

/**
 * Equal for what is told once: the same words of the same source, on whichever day an article dates them, where they are
 * long enough to be no coincidence. The store knows what was told before by the same measure.
 */
export function tellingKey(quote: AnswerQuote): string {
  return wordsOf(quote.content.text).length < TELLING_WORDS ? occasionKey(quote) : statementKey(quote);
}

/** Throws InputError for a topic that can't be searched, StoreError when the store fails. */
export async function gatherNews(topic: string, question: NewsQuestion, deps: BriefingDeps): Promise<News> {
  const asked = topic === '' ? EVERYTHING : parseTopic(topic);
  const found = await findNew(asked, question, deps);
  const fresh = mergeCopies(found.quotes, tellingKey).toSorted(byNewest);
  const earlier = await findEarlier(asked, fresh, question, deps);
  return { topic, fresh, earlier, unread: found.unread };
}

const someOf = <Name>(names: readonly Name[]): readonly Name[] | undefined =>
  names.length === 0 ? undefined : names;

/**
 * What is new: neither told nor said before, in whichever outlet. The stances that answer a claim are searched for
 * themselves, since the others are far more.
 */
async function findNew(
  topic: Topic,
  { wanted, when, teller, isNews }: NewsQuestion,
  { workspace, store }: BriefingDeps,
): Promise<{ readonly quotes: readonly StoredQuote[]; readonly unread: number }> {
  const stances = someOf(wanted.stances) ?? STANCES;
  const answering = stances.filter((stance) => positionOf(stance) !== null);
  const others = stances.filter((stance) => positionOf(stance) === null);
  const quotes: StoredQuote[] = [];
  let total = 0;
  for (const part of [answering, others].filter(({ length }) => length > 0)) {
    const found = await store.searchQuotes(workspace, {
      topic,
      ...searchWhen(when),
      speakers: someOf(wanted.speakers),
      outlets: someOf(wanted.outlets),
      stances: part,
      limit: MAX_FOUND,
    });
    quotes.push(...found.quotes);
    total += found.total;
  }
  const ids = quotes.map(({ id }) => id);
  const told = teller === null ? new Set<string>() : await store.findTold(workspace, teller, ids);
  const before = when.kind === 'days' ? null : { upTo: when.period.after, isDated: isNews !== undefined };
  const said = before === null ? new Set<string>() : await store.findSaidBefore(workspace, ids, before);
  const unheard = quotes.filter(({ id }) => !told.has(id) && !said.has(id));
  const isKept = await Promise.all(unheard.map(async (quote) => isNews === undefined || isNews(quote)));
  return { quotes: unheard.filter((_, index) => isKept[index]), unread: total - quotes.length };
}

/** What was on the record before: on the topic, and of the very speakers who take a position now. */
async function findEarlier(
  topic: Topic,
  fresh: readonly AnswerQuote[],
  { when }: NewsQuestion,
  { workspace, store }: BriefingDeps,
): Promise<readonly AnswerQuote[]> {
  if (fresh.length === 0) return [];
  const until = when.kind === 'days' ? dayBefore(when.since) : undefined;
  const search = async (request: Partial<SearchRequest> & { limit: number }) =>
    (await store.searchQuotes(workspace, { topic, stances: HELD, until, ...request })).quotes;
  const onTopic = topic === EVERYTHING ? [] : await search({ limit: MAX_FOUND });
  const ofSpeakers: StoredQuote[] = [];
  const takers = fresh.filter(({ stance, speaker }) => positionOf(stance) !== null && isNamed(speaker));
  const one = [...Map.groupBy(takers, speakerKey).values()].flatMap((own) => own.slice(0, 1));
  for (const taker of one.slice(0, MAX_SPEAKERS)) {
    const { speaker, speakerId } = taker;
    const who = speakerId === undefined ? { speaker: speaker?.name ?? '' } : { speakerId };
    const own = await search({ ...who, limit: MAX_HELD });
    ofSpeakers.push(...own.filter((quote) => speakerKey(quote) === speakerKey(taker)));
  }
  const isNew = new Set(fresh.map(tellingKey));
  const before = new Map([...onTopic, ...ofSpeakers].map((quote) => [quote.id, quote]));
  return mergeCopies([...before.values()])
    .filter((quote) => !isNew.has(tellingKey(quote)))
    .filter((quote) => when.kind === 'recorded' || dayOf(quote) < when.since)
    .toSorted(byNewest);
}
