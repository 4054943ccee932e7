import type { Config } from './config.ts';
import { runExtractionPass, type PassDeps, type PassOutcome } from './ingest/extraction-pass.ts';
import { linkUnsketched } from './ingest/link-unsketched.ts';
import type { ModelExtractor } from './ingest/model/model-extractor.ts';
import { EXTRACTOR_VERSION } from './quotes/version.ts';
import type { Awaited } from './records/extraction.ts';
import type { Store } from './store/store.ts';

/** Reading stored articles again; `workspace` is null for all of them. */
export interface ExtractionServices {
  /** What can be done here: a model's part only where there is one. */
  readonly awaits: readonly Awaited[];
  /** Makes every article wait that was read by another version, or by another model than is set up. */
  readonly markOutdated: (workspace: string | null) => Promise<void>;
  /** How many articles are due. */
  readonly countWaiting: (workspace: string | null) => Promise<number>;
  /** Links articles from before copies were recognised with their copies; resolves to how many have any. */
  readonly linkCopies: (workspace: string | null) => Promise<number>;
  /** Reads those that are due, and tells each. */
  readonly readWaiting: (workspace: string | null, signal?: AbortSignal) => AsyncGenerator<PassOutcome>;
}

/** Reading takes a model longer than an answer does, and nobody waits for it. */
const READING_MS = 60_000;

/** The model that reads articles, where one is set up and may read. */
export async function openExtractorOf(
  { model, extractMode, dailyTokens }: Config,
  store: Store,
): Promise<ModelExtractor | null> {
  if (model === null || extractMode === 'grammar') return null;
  const { openModelExtractor } = await import('./ingest/model/model-extractor.ts');
  const { createLanguageModel } = await import('./llm/create-language-model.ts');
  const reader = createLanguageModel({ ...model, timeoutMs: READING_MS });
  return openModelExtractor({ store, model: reader, modelName: model.model, dailyTokens });
}

/** What reads stored articles again. */
export function openExtraction(deps: PassDeps): ExtractionServices {
  const { store, modelExtractor } = deps;
  const awaits: readonly Awaited[] = modelExtractor == null ? ['grammar'] : ['grammar', 'model'];
  const now = () => new Date().toISOString();
  return {
    awaits,
    async markOutdated(workspace) {
      const modelStamp = modelExtractor?.stamp ?? null;
      await store.markOutdated({ workspace, version: EXTRACTOR_VERSION, modelStamp, now: now() });
    },
    countWaiting: (workspace) => store.countWaiting(workspace, awaits, now()),
    linkCopies: (workspace) => linkUnsketched(workspace, store),
    readWaiting: (workspace, signal) => runExtractionPass(workspace, { ...deps, signal }),
  };
}
