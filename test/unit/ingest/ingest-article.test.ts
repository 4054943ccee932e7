import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/article/read.ts';
import { InputError } from '../../../src/errors.ts';
import { ingestArticle } from '../../../src/ingest/ingest-article.ts';
import { ingestMany } from '../../../src/ingest/ingest-many.ts';
import type { ArticleDraft } from '../../../src/records/article.ts';
import { parseTopic } from '../../../src/search/topic.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { sayOutcome } from '../../../src/view/wording.ts';
import { wordsIn } from '../../../src/words/words.ts';
import { composeArticle } from '../../support/store-articles.ts';

const statement = { content: 'No ship has left the harbour', speaker: 'Ana Roe', stance: 'denied' } as const;
const { article, quotes } = composeArticle({ title: 'Harbour', statements: [statement] });
const found = quotes.map(({ quote }) => quote);

async function openEmptyStore() {
  return openStore(':memory:', { now: () => new Date('2031-01-02T03:04:05Z') });
}

describe('ingesting an article', () => {
  it('stores it with its quotes, which are found under its title', async () => {
    const store = await openEmptyStore();
    const outcome = await ingestArticle(article, { workspace: 'a', store, extractQuotes: () => found });
    expect(outcome).toMatchObject({ status: 'stored', title: 'Harbour', quotes: 1 });
    const result = await store.searchQuotes('a', { topic: parseTopic('harbour ship'), limit: 5 });
    expect(result.quotes.map((quote) => quote.article.id)).toEqual([outcome.articleId]);
    await store.close();
  });

  it('tells the same text in the same workspace as a duplicate, before it extracts anything', async () => {
    const store = await openEmptyStore();
    let extractions = 0;
    const extractQuotes = () => {
      extractions += 1;
      return found;
    };
    const first = await ingestArticle(article, { workspace: 'a', store, extractQuotes });
    const again = { ...article, title: 'Under another title' };
    const second = await ingestArticle(again, { workspace: 'a', store, extractQuotes });
    const elsewhere = await ingestArticle(article, { workspace: 'b', store, extractQuotes });
    expect(second).toMatchObject({ articleId: first.articleId, status: 'duplicate', quotes: 1 });
    expect(elsewhere.status).toBe('stored');
    expect(extractions).toBe(2);
    await store.close();
  });

  it('stores one in a language that the grammar does not read without quotes, and says so', async () => {
    const store = await openEmptyStore();
    const deps = { workspace: 'a', store, extractQuotes: () => found };
    const outcome = await ingestArticle({ ...article, language: 'de-AT' }, deps);
    expect(outcome).toMatchObject({ status: 'stored', quotes: 0, unread: 'de-AT' });
    expect(sayOutcome(outcome, wordsIn('en'))).toBe(
      '“Harbour” is stored; it is in German, which the grammar extractor does not read.',
    );
    await store.close();
  });
});

describe('ingesting many', () => {
  it('goes on after an item that fails, and tells each in order', async () => {
    const store = await openEmptyStore();
    const texts = ['One, she said.', '', 'Three, she said.'];
    const read = (text: string): ArticleDraft =>
      readArticle({ bytes: new TextEncoder().encode(text), fileName: null, overrides: {} });
    const told: unknown[] = [];
    const deps = { workspace: 'a', store, extractQuotes: () => [] };
    for await (const result of ingestMany(texts, async (text) => ingestArticle(read(text), deps))) {
      told.push('error' in result ? result.error instanceof InputError : result.outcome.status);
    }
    expect(told).toEqual(['stored', true, 'stored']);
    expect(await store.measureCorpus('a')).toMatchObject({ articles: 2 });
    await store.close();
  });
});
