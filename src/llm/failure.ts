import { z } from 'zod';

/** Why a request came to nothing, whichever way the endpoint said so. */
export interface Failure {
  /** The HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly message: string;
  /** Milliseconds the endpoint asks to wait; null when it does not say. */
  readonly retryAfterMs: number | null;
}

function headerOf(error: object, name: string): string | null {
  const headers: unknown = 'headers' in error ? error.headers : null;
  return headers instanceof Headers ? headers.get(name) : null;
}

/** Seconds or an HTTP date, as milliseconds from now; null when it is neither. */
function parseRetryAfter(value: string | null, now: number): number | null {
  if (value === null || value.trim() === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** What the openai client threw, in our terms. */
export function describeThrown(error: unknown, now: number): Failure {
  if (!(error instanceof Error)) return { status: null, message: 'unknown', retryAfterMs: null };
  const status: unknown = 'status' in error ? error.status : null;
  return {
    status: typeof status === 'number' ? status : null,
    message: error.message,
    retryAfterMs: parseRetryAfter(headerOf(error, 'retry-after'), now),
  };
}

const ErrorBody = z.object({
  error: z.object({ message: z.string().optional(), code: z.union([z.number(), z.string()]).nullish() }),
});

/** Some routers answer 200 with an error inside; null when the body holds none. */
export function describeErrorBody(body: unknown): Failure | null {
  const parsed = ErrorBody.safeParse(body);
  if (!parsed.success) return null;
  const { message = 'unknown', code } = parsed.data.error;
  const status = Number(code);
  return { status: Number.isInteger(status) && status >= 400 ? status : null, message, retryAfterMs: null };
}

/** Whether the same request may succeed a little later: no connection, too many requests, a fault of the server. */
export function isPassing({ status }: Failure): boolean {
  return status === null || status === 408 || status === 429 || status >= 500;
}
