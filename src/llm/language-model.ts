/** One question to a language model: two messages and the JSON Schema its reply should follow. */
export interface ModelRequest {
  /** Names the schema towards the endpoint: letters, digits and hyphens. */
  readonly name: string;
  readonly system: string;
  readonly user: string;
  /** Draft-7 JSON Schema without unions, nulls and patterns: servers ignore or mistake those. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly maxOutputTokens: number;
  readonly temperature: number;
}

/** The reply's JSON, not yet validated against anything, and what it cost. Unknown token counts are null. */
export interface ModelReply {
  readonly json: unknown;
  readonly rawText: string;
  readonly model: string;
  readonly rung: 'schema' | 'object' | 'plain';
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
}

/** An OpenAI-compatible endpoint. Throws ModelError for everything that is no usable reply, also when `signal` fires. */
export interface LanguageModel {
  /** Whether it is left alone for a while, since it failed several times in a row. */
  isResting?(): boolean;
  complete(request: ModelRequest, signal: AbortSignal): Promise<ModelReply>;
}
