import { setTimeout as sleep } from 'node:timers/promises';
import type OpenAI from 'openai';
import { ModelError } from '../errors.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { describeErrorBody, describeThrown, isPassing, type Failure } from './failure.ts';
import { bodyFor, nextTraits, TOP, type Traits } from './ladder.ts';
import type { LanguageModel, ModelReply, ModelRequest } from './language-model.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { readCompletion } from './read-completion.ts';

/** Where the model is, and how hard it may be used. */
export interface ModelSettings {
  /** Of an OpenAI-compatible endpoint, such as `http://localhost:11434/v1`; null for OpenAI itself. */
  readonly baseUrl: string | null;
  /** null for servers that ask for none. */
  readonly apiKey: string | null;
  readonly model: string;
  /** Calls at a time. */
  readonly concurrency?: number | undefined;
  /** Milliseconds for one `complete`, ladder and retry included. */
  readonly timeoutMs?: number | undefined;
  readonly seed?: number | undefined;
  /** Failures in a row after which the endpoint is left alone, and for how many milliseconds. */
  readonly breaker?: { readonly failures: number; readonly restMs: number } | undefined;
}

const OPENAI = 'https://api.openai.com/v1';
const DEFAULTS = { concurrency: 2, timeoutMs: 20_000, breaker: { failures: 5, restMs: 60_000 } };
const BACKOFF_MS = 500;

async function openClient({
  baseUrl,
  apiKey,
  timeoutMs = DEFAULTS.timeoutMs,
}: ModelSettings): Promise<OpenAI> {
  // Loaded when first needed: an answer without a model must not wait for it.
  const { default: Client } = await import('openai');
  return new Client({
    baseURL: baseUrl ?? OPENAI,
    apiKey: apiKey === null || apiKey === '' ? 'none' : apiKey,
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    // Our own deadline ends a request; the client's, at the same instant, would tell it as no connection.
    timeout: timeoutMs * 2,
    logLevel: 'off',
    fetch: boundedFetch,
  });
}

function explain({ status }: Failure): string {
  if (status === 401 || status === 403) return 'The language model refused the key: check OPENAI_API_KEY.';
  if (status === 404) return 'The language model was not found: check OPENAI_MODEL and OPENAI_BASE_URL.';
  if (status === 429) return 'The language model takes no more requests for now.';
  if (status === null) return 'The language model could not be reached: check OPENAI_BASE_URL.';
  return `The language model gave an error (HTTP ${status}).`;
}

const TOO_LATE = 'The language model did not answer in time.';

type Attempt = { readonly body: unknown } | { readonly failure: Failure; readonly cause: unknown };

/**
 * A language model behind an OpenAI-compatible endpoint. One call style (chat completions, not streamed), the shape
 * asked for as strictly as the endpoint takes it, at most one retry, one deadline around all of it.
 */
export function createLanguageModel(settings: ModelSettings): LanguageModel {
  const { failures, restMs } = settings.breaker ?? DEFAULTS.breaker;
  const timeoutMs = settings.timeoutMs ?? DEFAULTS.timeoutMs;
  const breaker = createCircuitBreaker(failures, restMs, Date.now);
  const limit = limitConcurrency(settings.concurrency ?? DEFAULTS.concurrency);
  let client: Promise<OpenAI> | null = null;
  let known: Traits = TOP;

  const attempt = async (request: ModelRequest, traits: Traits, signal: AbortSignal): Promise<Attempt> => {
    try {
      client ??= openClient(settings);
      const body = bodyFor(settings.model, request, traits, settings.seed ?? null);
      const reply: unknown = await (await client).chat.completions.create(body, { signal });
      const failure = describeErrorBody(reply);
      return failure === null ? { body: reply } : { failure, cause: reply };
    } catch (error) {
      return { failure: describeThrown(error, Date.now()), cause: error };
    }
  };

  const climb = async (request: ModelRequest, signal: AbortSignal, end: number): Promise<ModelReply> => {
    let traits = known;
    let retried = false;
    for (;;) {
      const tried = await attempt(request, traits, signal);
      if ('body' in tried) {
        breaker.succeeded();
        known = traits;
        return readCompletion(tried.body, settings.model, traits.rung);
      }
      const { failure, cause } = tried;
      if (signal.aborted) throw new ModelError(TOO_LATE, null, { cause });
      const next = nextTraits(traits, failure);
      const waitMs = failure.retryAfterMs ?? BACKOFF_MS;
      if (next === null && (retried || !isPassing(failure) || Date.now() + waitMs >= end)) {
        throw new ModelError(explain(failure), null, { cause });
      }
      if (next === null) {
        retried = true;
        await sleep(waitMs, undefined, { signal });
      }
      traits = next ?? traits;
    }
  };

  return {
    isResting: () => breaker.isOpen(),
    async complete(request, given) {
      const signal = AbortSignal.any([given, AbortSignal.timeout(timeoutMs)]);
      const end = Date.now() + timeoutMs;
      if (!breaker.allows())
        throw new ModelError('The language model failed several times in a row; it rests for a minute.');
      try {
        return await limit(() => climb(request, signal, end), signal);
      } catch (error) {
        // Someone who no longer waits says nothing about the endpoint; a reply that can't be used came in time.
        const unheard = given.aborted && !isTimeout(given.reason);
        if (error instanceof ModelError && error.rawText !== null) throw error;
        if (!unheard) breaker.failed();
        throw error instanceof ModelError ? error : new ModelError(TOO_LATE, null, { cause: error });
      }
    },
  };
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError';
}
