import { AppError } from '../errors.ts';
import type { ClaimedArticle, ReplacedQuotes } from '../records/extraction.ts';
import type { Quote } from '../records/quote.ts';
import type { StoredQuote } from '../records/search.ts';
import type { Store } from '../store/store.ts';
import { mergeQuotes } from './model/merge-quotes.ts';
import { describeQuotes } from './describe-quotes.ts';
import {
  addFromModel,
  failedExtraction,
  instant,
  readWithGrammar,
  type Extractors,
  type Reading,
} from './read-quotes.ts';

export interface PassDeps extends Extractors {
  readonly store: Store;
  /** Articles in hand at a time. */
  readonly size: number;
  readonly signal?: AbortSignal | undefined;
}

/** What a pass did with one article. */
export interface PassOutcome {
  readonly workspace: string;
  readonly articleId: string;
  readonly title: string | null;
  /** Null where the article could not be read this time; its quotes stay as they were. */
  readonly replaced: ReplacedQuotes | null;
  /** Why it waits on, or was not read as a whole, in one sentence. */
  readonly problem: string | null;
  /** What is to be logged; null where nothing is. */
  readonly error: unknown;
}

/** Articles in hand are held that long, and held on to while they are worked on: a crash frees them soon. */
const LEASE = 30_000;
const RENEWAL = 10_000;

/**
 * Reads again the articles that wait and are due, several at a time, telling each; ends when none is left that nobody
 * else has in hand, or when `signal` fires. `workspace` is null for all of them.
 */
export async function* runExtractionPass(
  workspace: string | null,
  deps: PassDeps,
): AsyncGenerator<PassOutcome> {
  const { store, size, now = Date.now, signal } = deps;
  const awaits = deps.modelExtractor == null ? (['grammar'] as const) : (['grammar', 'model'] as const);
  for (;;) {
    if (signal?.aborted === true) return;
    const at = now();
    const claim = { workspace, awaits, now: instant(at), until: instant(at + LEASE), limit: size };
    const claimed = await store.claimExtractions(claim);
    if (claimed.length === 0) return;
    yield* await holding(claimed, deps, () => Promise.all(claimed.map((each) => takeTurn(each, deps))));
  }
}

async function holding<Result>(
  claimed: readonly ClaimedArticle[],
  { store, now = Date.now }: PassDeps,
  work: () => Promise<Result>,
): Promise<Result> {
  const ids = claimed.map(({ article }) => article.id);
  const renewal = setInterval(() => {
    // One that fails is made up for by the next; without any the claim lapses, and the work is done twice.
    store.holdExtractions(ids, instant(now() + LEASE)).catch(() => {});
  }, RENEWAL);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
  }
}

/** One article's turn. What goes wrong in it is kept with it; only a store that can't keep even that ends the pass. */
async function takeTurn(claimed: ClaimedArticle, deps: PassDeps): Promise<PassOutcome> {
  const { workspace, article, extraction } = claimed;
  const told = { workspace, articleId: article.id, title: article.title, error: null };
  try {
    return { ...told, ...(await readAgain(claimed, deps)) };
  } catch (error) {
    const problem = error instanceof AppError ? error.userMessage : 'Reading it met a fault of the program.';
    const failed = failedExtraction(extraction, problem, (deps.now ?? Date.now)());
    await deps.store.recordExtraction(workspace, article.id, failed);
    return { ...told, replaced: null, problem, error };
  }
}

async function readAgain(
  { workspace, article, extraction: before }: ClaimedArticle,
  deps: PassDeps,
): Promise<Pick<PassOutcome, 'replaced' | 'problem'>> {
  const { store, signal } = deps;
  const grammar = await readWithGrammar(article, before, deps);
  if (grammar.extraction.awaits === 'grammar') {
    await store.recordExtraction(workspace, article.id, grammar.extraction);
    return { replaced: null, problem: grammar.extraction.problem };
  }
  const started = { ...grammar, extraction: { ...grammar.extraction, attempts: before.attempts } };
  const reading = await addFromModel({ workspace, article }, started, deps, signal);
  const { quotes, extraction } =
    reading.extraction.awaits === null
      ? reading
      : await keepFromModel(reading, { workspace, article, extraction: before }, store);
  const replaced = await store.replaceQuotes(
    workspace,
    article.id,
    describeQuotes(article, quotes),
    extraction,
  );
  return { replaced, problem: extraction.problem };
}

/** What a model found before stays until one has read the article again. */
async function keepFromModel(
  { quotes, extraction }: Reading,
  { workspace, article, extraction: before }: ClaimedArticle,
  store: Store,
): Promise<Reading> {
  const stored = await store.listArticleQuotes(workspace, article.id);
  const earlier = stored.filter(({ extractor }) => extractor === 'model').map(asExtracted);
  return {
    quotes: mergeQuotes(quotes, earlier),
    extraction: { ...extraction, modelStamp: before.modelStamp },
  };
}

/** What the store adds to a quote is no part of it. */
function asExtracted(stored: StoredQuote): Quote {
  const {
    id: _id,
    article: _article,
    copies: _copies,
    speakerId: _speaker,
    superseded: _superseded,
    fromTeaser: _teaser,
    ...quote
  } = stored;
  return quote;
}
