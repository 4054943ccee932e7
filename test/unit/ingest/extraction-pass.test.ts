import { describe, expect, it, onTestFinished } from 'vitest';
import { readArticle } from '../../../src/article/read.ts';
import { ExtractionError } from '../../../src/errors.ts';
import { runExtractionPass, type PassDeps, type PassOutcome } from '../../../src/ingest/extraction-pass.ts';
import { ingestArticle } from '../../../src/ingest/ingest-article.ts';
import { openModelExtractor } from '../../../src/ingest/model/model-extractor.ts';
import type { Extractors } from '../../../src/ingest/read-quotes.ts';
import { createLanguageModel } from '../../../src/llm/create-language-model.ts';
import { extractQuotes } from '../../../src/quotes/extract.ts';
import { EXTRACTOR_VERSION } from '../../../src/quotes/version.ts';
import type { ArticleDraft } from '../../../src/records/article.ts';
import { parseTopic } from '../../../src/search/topic.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { refuse, startModelServer, type Behaviour } from '../../support/model-server.ts';
import { pointAt } from '../../support/pointing-model.ts';

const TEXT =
  'Minister Ada Lorne denied that a ship had left. The harbour, in the view of Bo Wick, needs a second crane.';
const WICK = {
  in: 'Minister',
  content: ['needs a second crane'],
  cue: 'in the view of',
  speaker: 'Bo Wick',
  speaker_name: 'Bo Wick',
};
const LORNE = {
  in: 'Minister',
  content: ['a ship had left'],
  cue: 'denied',
  speaker: 'Ada Lorne',
  stance: 'denied',
};

const draftOf = (text: string, overrides: Partial<ArticleDraft> = {}): ArticleDraft => ({
  ...readArticle({ bytes: new TextEncoder().encode(text), fileName: null, overrides: {} }),
  ...overrides,
});

async function openPlace(...behaviours: readonly Behaviour[]) {
  const server = await startModelServer(...(behaviours.length === 0 ? [refuse(500, 'no')] : behaviours));
  const store = await openStore(':memory:', { now: () => new Date() });
  onTestFinished(async () => {
    await store.close();
    await server.close();
  });
  const model = createLanguageModel({ baseUrl: server.baseUrl, apiKey: null, model: 'm', timeoutMs: 3000 });
  return { server, store, modelExtractor: openModelExtractor({ store, model, modelName: 'm' }) };
}

async function runPass(store: Store, deps: Partial<PassDeps> = {}, workspace: string | null = null) {
  const outcomes: PassOutcome[] = [];
  const pass = runExtractionPass(workspace, { store, extractQuotes, size: 2, ...deps });
  for await (const outcome of pass) outcomes.push(outcome);
  return outcomes;
}

const outdate = (store: Store, version: string, modelStamp: string | null = null) =>
  store.markOutdated({ workspace: null, version, modelStamp, now: new Date().toISOString() });

async function quotesOf(store: Store, articleId: string) {
  const quotes = await store.listArticleQuotes('press', articleId);
  return quotes.map(({ content, extractor }) => [extractor, content.text]);
}

const crash: Extractors['extractQuotes'] = () => {
  throw new ExtractionError('Finding the quotes in the article took too long.');
};
const hours = (count: number) => () => Date.now() + count * 3_600_000;

describe('ingesting with a language model', () => {
  it('adds what the model finds to what the grammar found, each statement once', async () => {
    const { store, modelExtractor } = await openPlace(pointAt(LORNE, WICK));
    const outcome = await ingestArticle(draftOf(TEXT), {
      workspace: 'press',
      store,
      extractQuotes,
      modelExtractor,
    });
    expect(outcome).toEqual({ articleId: outcome.articleId, status: 'stored', title: null, quotes: 2 });
    expect(await quotesOf(store, outcome.articleId)).toEqual([
      ['grammar', 'a ship had left'],
      ['model', 'needs a second crane'],
    ]);
    const found = await store.searchQuotes('press', {
      topic: parseTopic('crane'),
      speaker: 'wick',
      limit: 1,
    });
    expect(found.total).toBe(1);
  });

  it('stores the article with the grammar’s quotes when the model is down, says so, and a later pass completes it', async () => {
    const { store, modelExtractor } = await openPlace(refuse(401, 'no'), pointAt(WICK));
    const outcome = await ingestArticle(draftOf(TEXT), {
      workspace: 'press',
      store,
      extractQuotes,
      modelExtractor,
    });
    expect(outcome).toMatchObject({ quotes: 1, notice: expect.stringContaining('read again later') });
    expect(await runPass(store, { modelExtractor })).toEqual([]);
    const [passed] = await runPass(store, { modelExtractor, now: hours(1) });
    expect(passed).toMatchObject({ problem: null, replaced: { kept: 1, added: 1, removed: 0 } });
    expect(await runPass(store, { modelExtractor, now: hours(99) })).toEqual([]);
  });

  it('marks an article that no model has read for one that is set up later', async () => {
    const { store, modelExtractor } = await openPlace(pointAt(WICK));
    const deps = { workspace: 'press', store, extractQuotes };
    const { articleId, notice } = await ingestArticle(draftOf(TEXT), deps);
    expect(notice).toBeUndefined();
    expect(await runPass(store)).toEqual([]);
    await runPass(store, { modelExtractor });
    expect(await quotesOf(store, articleId)).toContainEqual(['model', 'needs a second crane']);
  });

  it('leaves an article in another language to the model alone, and says so where there is none', async () => {
    const { store, modelExtractor, server } = await openPlace(
      pointAt({ in: 'La', content: ['Aucun navire n’est parti'], cue: 'a déclaré', speaker: 'la ministre' }),
    );
    const french = draftOf(
      'La ministre dit: “he said it”. « Aucun navire n’est parti », a déclaré la ministre.',
      {
        language: 'fr',
      },
    );
    const deps = { workspace: 'press', store, extractQuotes };
    const { articleId, quotes, unread } = await ingestArticle(french, deps);
    expect([quotes, unread]).toEqual([0, 'fr']);
    expect(server.requests).toHaveLength(0);
    await runPass(store, { modelExtractor });
    expect(await quotesOf(store, articleId)).toEqual([['model', 'Aucun navire n’est parti']]);
  });
});

describe('an article that can’t be read', () => {
  it('is stored all the same, told, and read by a later pass', async () => {
    const { store } = await openPlace();
    const deps = { workspace: 'press', store, extractQuotes: crash };
    const outcome = await ingestArticle(draftOf(TEXT), deps);
    expect(outcome).toMatchObject({
      status: 'stored',
      quotes: 0,
      notice: expect.stringContaining('took too long'),
    });
    expect(await runPass(store)).toEqual([]);
    const [passed] = await runPass(store, { now: hours(1) });
    expect(passed).toMatchObject({ articleId: outcome.articleId, replaced: { added: 1 }, problem: null });
  });

  it('keeps no other from being read, is tried less and less often, and at last only when a person asks', async () => {
    const { store } = await openPlace();
    const bad = draftOf('Bad. She said it was.');
    const fragile: Extractors['extractQuotes'] = (article) =>
      article.text.startsWith('Bad') ? crash(article) : [];
    const deps = { workspace: 'press', store, extractQuotes: fragile };
    await ingestArticle(bad, deps);
    await ingestArticle(draftOf('Good. She said it was.'), deps);
    await outdate(store, 'newer');
    const first = await runPass(store, { extractQuotes: fragile });
    expect(new Set(first.map(({ problem }) => problem === null))).toEqual(new Set([false, true]));
    let tries = 0;
    for (let day = 1; day < 30; day += 1) {
      tries += (await runPass(store, { extractQuotes: fragile, now: hours(day * 25) })).length;
    }
    expect(tries).toBe(4);
    await outdate(store, EXTRACTOR_VERSION);
    expect(await runPass(store)).toHaveLength(1);
  });

  it('has a fault of ours recorded on it, which is handed on for the log', async () => {
    const { store } = await openPlace();
    const deps = { workspace: 'press', store, extractQuotes };
    const { articleId } = await ingestArticle(draftOf(TEXT), deps);
    await outdate(store, 'newer');
    const fault = new TypeError('a bug');
    const broken: Extractors['extractQuotes'] = () => {
      throw fault;
    };
    const [passed] = await runPass(store, { extractQuotes: broken });
    expect(passed).toMatchObject({ replaced: null, problem: expect.stringContaining('fault'), error: fault });
    expect(await quotesOf(store, articleId)).toHaveLength(1);
  });
});

describe('reading stored articles again', () => {
  it('keeps the ids of quotes that stay, and what a model found while none is set up', async () => {
    const { store, modelExtractor, server } = await openPlace(pointAt(WICK));
    const deps = { workspace: 'press', store, extractQuotes, modelExtractor };
    const { articleId } = await ingestArticle(draftOf(TEXT), deps);
    const before = await store.listArticleQuotes('press', articleId);
    await outdate(store, 'newer');
    const [passed] = await runPass(store);
    expect(passed?.replaced).toEqual({ kept: 2, added: 0, removed: 0 });
    expect(await store.listArticleQuotes('press', articleId)).toEqual(before);
    await outdate(store, EXTRACTOR_VERSION, 'another model');
    await runPass(store, { modelExtractor });
    expect(server.requests).toHaveLength(1);
  });

  it('stays within a workspace, and stops when it is told to', async () => {
    const { store } = await openPlace();
    for (const workspace of ['press', 'desk']) {
      await ingestArticle(draftOf(TEXT), { workspace, store, extractQuotes });
    }
    await outdate(store, 'newer');
    expect(await runPass(store, { signal: AbortSignal.abort() })).toEqual([]);
    expect((await runPass(store, {}, 'desk')).map(({ workspace }) => workspace)).toEqual(['desk']);
    expect((await runPass(store)).map(({ workspace }) => workspace)).toEqual(['press']);
  });
});

describe('the extractor’s version', () => {
  it('tells the rules and the learned weights', () => {
    expect(EXTRACTOR_VERSION).toMatch(/^grammar-\d+-[0-9a-f]{8}$/u);
  });
});
