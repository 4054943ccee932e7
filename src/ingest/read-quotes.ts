import { ExtractionError, InputError } from '../errors.ts';
import { EXTRACTOR_VERSION } from '../quotes/version.ts';
import type { Article, ArticleDraft } from '../records/article.ts';
import { NOT_EXTRACTED, type Extraction } from '../records/extraction.ts';
import type { Quote } from '../records/quote.ts';
import { readsLanguage } from '../quotes/language.ts';
import { mergeQuotes } from './model/merge-quotes.ts';
import type { ModelExtractor } from './model/model-extractor.ts';

/** What finds quotes: the grammar, and a language model where there is one. */
export interface Extractors {
  readonly extractQuotes: (article: ArticleDraft) => readonly Quote[] | Promise<readonly Quote[]>;
  readonly modelExtractor?: ModelExtractor | null | undefined;
  /** In milliseconds. */
  readonly now?: (() => number) | undefined;
}

/** An article's quotes, and how far the search for them has come. */
export interface Reading {
  readonly quotes: readonly Quote[];
  readonly extraction: Extraction;
}

const MINUTE = 60_000;
/** How long the next pass waits after so many failures. */
const BACKOFF_MINUTES = [5, 30, 4 * 60, 24 * 60];

/**
 * Reads an article with the grammar. What is in another language than English is left to the model. A crash or too
 * much time is told in `extraction.problem`, and the article waits.
 */
export async function readWithGrammar(
  article: ArticleDraft,
  before: Extraction,
  { extractQuotes, now = Date.now }: Extractors,
): Promise<Reading> {
  const toModel = {
    ...NOT_EXTRACTED,
    version: EXTRACTOR_VERSION,
    awaits: 'model',
    dueAt: instant(now()),
  } as const;
  if (!readsLanguage(article.language)) return { quotes: [], extraction: toModel };
  try {
    return { quotes: await extractQuotes(article), extraction: toModel };
  } catch (error) {
    if (!(error instanceof ExtractionError || error instanceof InputError)) throw error;
    return { quotes: [], extraction: failedExtraction(before, error.userMessage, now()) };
  }
}

/** Adds what the model finds, which is nothing where the grammar has failed: that article is read again as a whole. */
export async function addFromModel(
  { workspace, article }: { readonly workspace: string; readonly article: Article },
  { quotes, extraction }: Reading,
  { modelExtractor, now = Date.now }: Extractors,
  signal?: AbortSignal,
): Promise<Reading> {
  if (modelExtractor == null || extraction.awaits !== 'model') return { quotes, extraction };
  const found = await modelExtractor.read(workspace, article, quotes, signal);
  const merged = mergeQuotes(quotes, found.quotes);
  if (found.problem !== null) {
    const waiting = { ...extraction, problem: found.problem };
    const postponed = found.dueAt === null ? postpone(waiting, now()) : { ...waiting, dueAt: found.dueAt };
    return { quotes: merged, extraction: postponed };
  }
  const problem = found.limit ?? null;
  const done = { ...NOT_EXTRACTED, version: extraction.version, modelStamp: modelExtractor.stamp, problem };
  return { quotes: merged, extraction: done };
}

/** The state of an article that could not be read: it is tried again as a whole. */
export function failedExtraction(before: Extraction, problem: string, now: number): Extraction {
  return postpone({ ...before, version: '', awaits: 'grammar', problem }, now);
}

/** One failure more, and the next try later. A model comes back by itself; an article does not become easier to read. */
function postpone(extraction: Extraction, now: number): Extraction {
  const longest = extraction.awaits === 'model' ? BACKOFF_MINUTES.at(-1) : undefined;
  const minutes = BACKOFF_MINUTES[extraction.attempts] ?? longest;
  return {
    ...extraction,
    attempts: extraction.attempts + 1,
    dueAt: minutes === undefined ? null : instant(now + minutes * MINUTE),
  };
}

export function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
