import type { Caller, CommandDeps } from '../commands/command.ts';
import { findPassage } from './answer/find-passage.ts';
import { askingFor } from './asking.ts';
import { submittingFor } from './submitting.ts';
import { ARTICLES_AT_ONCE, openArticleWorkers } from './article-workers.ts';
import type { FeedServices, FeedServicesDeps } from './feed-services.ts';
import { briefingsOf } from './briefings-of.ts';
import { feedsOf } from './feeds-of.ts';
import type { Config } from './config.ts';
import { dayIn } from './answer/window.ts';
import { watchesOf } from './watches-of.ts';
import { prepareBriefings, type OpenBriefings } from './open-briefings.ts';
import { openFetcher } from './open-fetcher.ts';
import { openExtraction, openExtractorOf, type ExtractionServices } from './open-extraction.ts';
import type { IngestDeps } from './ingest/ingest-article.ts';
import type { LanguageModel } from './llm/language-model.ts';
import type { Log } from './log.ts';
import { DEFAULT_SETTINGS } from './records/settings.ts';
import type { Awaited } from './records/extraction.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';

/** Everything that commands stand on, from one configuration. */
export interface Services extends Pick<OpenBriefings, 'composeBriefing' | 'openBriefings'> {
  readonly store: Store;
  /** What a command may do in one workspace, for somebody who calls it there. */
  readonly depsFor: (workspace: string, caller?: Caller) => CommandDeps;
  /** Stores the sample articles in a workspace that holds no article; resolves to how many. */
  readonly loadSamples: (workspace: string) => Promise<number>;
  /** The feeds that workspaces follow. */
  readonly openFeeds: (tell?: FeedServicesDeps['tell']) => Promise<FeedServices>;
  readonly extraction: ExtractionServices;
  readonly close: () => Promise<void>;
}

export interface ServicesOptions {
  readonly config: Config;
  /** The store, as `openStore` takes it; null for the one of the settings. */
  readonly location: string | null;
  readonly log: Log;
}

/** How many articles a list tells, and how many model runs are looked at. */
const MAX_LISTED = 50;
const MAX_RUNS = 10_000;

/**
 * Opens the store, and the language model where one is set up. What is heavy is imported when it is first needed, so
 * that a question is answered soon after the start. Throws StoreError when the store can't be opened.
 */
export async function openServices({ config, location, log }: ServicesOptions): Promise<Services> {
  const store = await openStore(location ?? config.storeLocation, { now: () => new Date() });
  const { dailyTokens } = config;
  const mode = config.answerMode === 'digest' ? undefined : config.answerMode;
  const model = mode === undefined ? null : await openModel(config.model);
  const answering = { store, model, mode, dailyTokens, log: log.info };
  const workers = openArticleWorkers();
  const fetcher = openFetcher(async () => config.fetch);
  const modelExtractor = await openExtractorOf(config, store);
  const extractors = { extractQuotes: workers.extract, modelExtractor };
  const extraction = openExtraction({ store, size: ARTICLES_AT_ONCE, ...extractors });
  const ingestDeps = (workspace: string): IngestDeps => ({ workspace, store, ...extractors });
  const { composeBriefing, openBriefings, runNow } = prepareBriefings(answering, log);
  const openFeeds: Services['openFeeds'] = async (tell) => {
    const { createFeedServices } = await import('./feed-services.ts');
    return createFeedServices({ store, fetcher, workers, ingestDeps, log, now: () => new Date(), tell });
  };
  return {
    store,
    depsFor: (workspace, { tell = () => undefined, settings = DEFAULT_SETTINGS, ...caller } = {}) => ({
      settings,
      today: () => dayIn(settings.zone, new Date()),
      ...askingFor({ tell, settings, asker: caller.asker }, { workspace, ...answering }),
      ...submittingFor({ tell, settings }, { ...ingestDeps(workspace), fetcher, workers }),
      feeds: feedsOf(workspace, openFeeds),
      briefings: briefingsOf(workspace, caller, {
        store,
        now: () => new Date(),
        compose: composeBriefing,
        runNow: (briefing) => runNow(workspace, briefing),
      }),
      watches: watchesOf(workspace, caller, { store, zone: settings.zone, now: () => new Date() }),
      ...describeCaller(caller),
      ...describeWorkspace(workspace, store, extraction.awaits),
      model: mode === undefined ? null : (config.model?.model ?? null),
      isModelResting: () => model?.isResting?.() === true,
      dailyTokens: dailyTokens ?? null,
    }),
    async loadSamples(workspace) {
      const { loadSamples } = await import('./demo/load-samples.ts');
      return loadSamples(ingestDeps(workspace));
    },
    composeBriefing,
    openBriefings,
    openFeeds,
    extraction,
    async close() {
      await Promise.all([fetcher.close(), workers.close()]);
      await store.close();
    },
  };
}

async function openModel(settings: Config['model']): Promise<LanguageModel | null> {
  if (settings === null) return null;
  const { createLanguageModel } = await import('./llm/create-language-model.ts');
  return createLanguageModel(settings);
}

type Description = Pick<
  CommandDeps,
  | 'findPassage'
  | 'changeSettings'
  | 'listArticles'
  | 'findArticle'
  | 'previewForgetting'
  | 'forgetArticle'
  | 'measureCorpus'
  | 'countWaiting'
  | 'listModelRuns'
>;

/** What a workspace holds and did, for the commands that tell of it. */
function describeWorkspace(workspace: string, store: Store, awaits: readonly Awaited[]): Description {
  return {
    findPassage: (quoteId) => findPassage(quoteId, { workspace, store }),
    listArticles: (title) => store.listArticles(workspace, title, MAX_LISTED),
    async findArticle(articleId) {
      const article = await store.findArticle(workspace, articleId);
      if (article === null) return null;
      const quotes = await store.listArticleQuotes(workspace, articleId);
      const extraction = await store.findExtraction(workspace, articleId);
      return { article, quotes, problem: extraction?.problem ?? null };
    },
    async changeSettings(changes) {
      const changed = { ...(await store.readSettings(workspace)), ...changes };
      await store.saveSettings(workspace, changed);
      return changed;
    },
    previewForgetting: (articleId) => store.previewForgetting(workspace, articleId),
    forgetArticle: (articleId) => store.forgetArticle(workspace, articleId),
    measureCorpus: () => store.measureCorpus(workspace),
    countWaiting: () => store.countWaiting(workspace, awaits),
    listModelRuns: (since) => store.listModelRuns(workspace, since, MAX_RUNS),
  };
}

/** Opens the services for one piece of work and closes them after it, whatever becomes of it. */
export async function withServices<Result>(
  options: ServicesOptions,
  work: (services: Services) => Promise<Result>,
): Promise<Result> {
  const services = await openServices(options);
  try {
    return await work(services);
  } finally {
    await services.close();
  }
}

function describeCaller(caller: Caller): Pick<CommandDeps, 'isAdministrator' | 'connection'> {
  return { isAdministrator: caller.isAdministrator ?? true, connection: caller.connection ?? null };
}
