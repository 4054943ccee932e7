/** What a language model was asked for, with which prompt, and what came of it: kept with everything it brought about. */
export interface ModelRun {
  /** The instant, ISO 8601 in UTC. */
  readonly at: string;
  /** The prompt's name, such as `answer-question`. */
  readonly prompt: string;
  readonly promptVersion: number;
  /** SHA-256 of the prompt's file, in hex. */
  readonly promptHash: string;
  /** As the endpoint calls it; null when no reply came. */
  readonly model: string | null;
  /** How strictly the endpoint took the shape of the reply; null when no reply came. */
  readonly rung: 'schema' | 'object' | 'plain' | null;
  /** As the endpoint told them; null when it did not. */
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  /** What counts against the workspace's daily budget: the tokens told, else an estimate. */
  readonly chargedTokens: number;
  /** `shown`, or why nothing was. */
  readonly outcome: string;
  /** The rules that sentences broke, by code. */
  readonly rules: readonly string[];
  /** What it was about, as JSON: the question, or the article's id. */
  readonly subject: string;
}
