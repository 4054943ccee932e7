/**
 * The taxonomy. Every error that a person may meet carries one clear sentence for them (`userMessage`, which says
 * what to do) and keeps the cause for the log. Anything that is not an AppError is a bug: it is logged whole under an
 * id, and the person sees only that id.
 */
export class AppError extends Error {
  readonly userMessage: string;

  constructor(userMessage: string, options?: ErrorOptions) {
    super(userMessage, options);
    this.name = new.target.name;
    this.userMessage = userMessage;
  }
}

/** The settings are wrong; `problems` lists every one of them. */
export class ConfigError extends AppError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The settings need a correction: ${problems.join(' ')}`);
    this.problems = problems;
  }
}

/** What a person gave can't be used as it is; they can mend it. */
export class InputError extends AppError {}

/** A page, feed or file could not be had from where it lies. */
export class SourceError extends AppError {}

/** Why something on the web could not be fetched. */
export type FetchFailure =
  | 'refused-address'
  | 'unreachable'
  | 'certificate'
  | 'slow'
  | 'broken'
  | 'too-large'
  | 'not-readable'
  | 'robots'
  | 'redirects'
  | 'resting'
  | 'status'
  | 'not-an-article'
  | 'stopped';

/** A page or feed could not be fetched. `retryAfter` is when its host allows the next try, where it said so. */
export class FetchError extends SourceError {
  readonly reason: FetchFailure;
  readonly retryAfter: Date | null;

  constructor(reason: FetchFailure, userMessage: string, options?: ErrorOptions & { retryAfter?: Date }) {
    super(userMessage, options);
    this.reason = reason;
    this.retryAfter = options?.retryAfter ?? null;
  }
}

/** An article's quotes could not be found: reading it took too long or too much memory. */
export class ExtractionError extends AppError {}

/** The language model gave nothing usable. The reader gets the digest instead. */
export class ModelError extends AppError {
  /** The reply as it came, for the log; null when nothing came. */
  readonly rawText: string | null;

  constructor(userMessage: string, rawText: string | null = null, options?: ErrorOptions) {
    super(userMessage, options);
    this.rawText = rawText;
  }
}

/** The store could not do its work: disk full, folder read-only, held by another process. */
export class StoreError extends AppError {}
