import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STANCES } from '../../src/records/quote.ts';
import type { SearchRequest } from '../../src/records/search.ts';
import { suggestQuotes } from '../../src/answer/suggest-quotes.ts';
import { parseTopic } from '../../src/search/topic.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { composeArticle, type ComposedArticle } from '../support/store-articles.ts';

/**
 * Loads invented quotes, eight an article, and measures the store.
 * `node test/bench/store.ts [QUOTES] [LOCATION]`: 100,000 quotes in a new SQLite file unless told otherwise.
 */
const QUOTES_AN_ARTICLE = 8;
const WORDS_A_QUOTE = 26;
const ROUNDS = 40;
const WORDS = 20_000;
const SPEAKERS = 5_000;
const OUTLETS = 200;

const [quotes = '100000', place] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'onrecord-bench-'));
const location = place ?? join(folder, 'store.db');
const random = seededRandom(7);

/** A number below `count`, small ones far more often, as words are spread in texts. */
function rank(count: number): number {
  return Math.floor(count ** random()) - 1;
}

function wordAt(index: number): string {
  const syllables = ['ka', 'lo', 'mi', 'ne', 'ru', 'sa', 'to', 'vu', 'zo', 'be'];
  return String(index + 1000).replaceAll(/\d/gu, (digit) => syllables[Number(digit)] ?? '');
}

function words(count: number): string {
  return Array.from({ length: count }, () => wordAt(rank(WORDS))).join(' ');
}

function compose(number: number): ComposedArticle {
  const day = new Date(Date.UTC(2015, 0, 1) + (number % 3650) * 86_400_000).toISOString().slice(0, 10);
  const statements = Array.from({ length: QUOTES_AN_ARTICLE }, () => ({
    content: words(WORDS_A_QUOTE),
    speaker: `${wordAt(rank(SPEAKERS))} ${wordAt(rank(SPEAKERS))}`,
    role: wordAt(rank(100)),
    stance: STANCES[rank(STANCES.length + 1) % STANCES.length] ?? 'claimed',
    claim: random() < 0.2 ? words(6) : undefined,
  }));
  return composeArticle({
    title: words(8),
    outlet: `Outlet ${wordAt(rank(OUTLETS))}`,
    publishedAt: day,
    statements,
  });
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

function report(name: string, durations: readonly number[]): void {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]?.toFixed(2).padStart(9) ?? '';
  console.log(`${name.padEnd(52)} p50 ${at(0.5)} ms   p95 ${at(0.95)} ms`);
}

async function measure(name: string, act: (round: number) => Promise<unknown>): Promise<void> {
  const durations: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) durations.push(await timed(() => act(round)));
  report(name, durations);
}

async function load(store: Store): Promise<void> {
  const durations: number[] = [];
  for (let number = 0; number * QUOTES_AN_ARTICLE < Number(quotes); number += 1) {
    const { article, quotes: found } = compose(number);
    durations.push(await timed(() => store.saveArticle('bench', article, found)));
  }
  report(`commit an article of ${QUOTES_AN_ARTICLE} quotes`, durations);
}

async function search(store: Store): Promise<void> {
  const ask = (topic: (round: number) => string, filters: Partial<SearchRequest> = {}) => {
    return (round: number) =>
      store.searchQuotes('bench', { topic: parseTopic(topic(round)), limit: 50, ...filters });
  };
  const commonest = (round: number) => `${wordAt(round % 10)} ${wordAt((round + 3) % 10)}`;
  const common = (round: number) => `${wordAt(20 + round)} ${wordAt(60 - round)}`;
  const rare = (round: number) => wordAt(9000 + round * 97);
  console.log(`two of the commonest words stand together in ${(await ask(commonest)(0)).total} quotes`);
  console.log(`two common words stand together in ${(await ask(common)(0)).total} quotes`);
  await measure('search, two of the commonest words', ask(commonest));
  await measure('search, two common words', ask(common));
  await measure('search, two common words, one stance', ask(common, { stances: ['denied'] }));
  await measure('search, two common words, one speaker', ask(common, { speaker: wordAt(50) }));
  await measure(
    'search, two common words, one outlet, one stance',

    ask(common, { outlet: wordAt(9), stances: ['denied'] }),
  );
  await measure(
    'search, two common words, one year',

    ask(common, { since: '2020-01-01', until: '2020-12-31' }),
  );
  await measure('search, one rare word', ask(rare));
}

async function suggest(store: Store): Promise<void> {
  await measure('suggest speakers, nothing typed', () => store.suggestSpeakers('bench', '', 25));
  await measure('suggest speakers, two letters', () => store.suggestSpeakers('bench', 'ka', 25));
  await measure('suggest speakers, six letters', (round) =>
    store.suggestSpeakers('bench', wordAt(round).slice(0, 6), 25),
  );
  await measure('suggest speakers, a name with a slip', (round) =>
    store.suggestSpeakers('bench', `${wordAt(round * 50).slice(0, 4)}x${wordAt(round * 50).slice(5)}`, 25),
  );
  await measure('suggest outlets, two letters', () => store.suggestOutlets('bench', 'ka', 25));
  const suggestFor = (typed: string) => suggestQuotes(typed, 25, { workspace: 'bench', store });
  await measure('suggest quotes, nothing typed', () => suggestFor(''));
  await measure('suggest quotes, two common words, the last one begun', (round) =>
    suggestFor(`${wordAt(20 + round)} ${wordAt(60 - round).slice(0, 5)}`),
  );
  for (let asked = 0; asked < 250; asked += 1) {
    const at = new Date(asked * 1000).toISOString();
    await store.noteTopic('bench', { topic: words(2), userId: null, at });
  }
  await measure('suggest topics, two letters', () =>
    store.suggestTopics('bench', { userId: 'ida', typed: 'ka' }, 25),
  );
  await measure('measure the corpus', () => store.measureCorpus('bench'));
}

async function forget(store: Store): Promise<void> {
  const { articles } = await store.listArticles('bench', null, ROUNDS);
  await measure('forget an article', (round) => store.forgetArticle('bench', articles[round]?.id ?? ''));
}

const opening = performance.now();
const store = await openStore(location, { now: () => new Date() });
console.log(`opened in ${(performance.now() - opening).toFixed(0)} ms`);
await load(store);
await search(store);
await suggest(store);
await forget(store);
await store.close();
if (place === undefined) console.log(`on disk: ${((await stat(location)).size / 1e6).toFixed(0)} MB`);
console.log(`memory: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
await rm(folder, { recursive: true });
