import type { ModelReply, ModelRequest } from './language-model.ts';
import type { Failure } from './failure.ts';

/** What an endpoint is known to take: how the shape is asked for, and how two settings are called. */
export interface Traits {
  readonly rung: ModelReply['rung'];
  readonly tokenLimit: 'max_tokens' | 'max_completion_tokens';
  readonly temperature: boolean;
}

export const TOP: Traits = { rung: 'schema', tokenLimit: 'max_tokens', temperature: true };

const STEPPING = new Set([400, 404, 415, 422]);
const NO_MODEL = /model_not_found|model .{0,80}(?:not found|does not exist|not exist)|no such model/i;

/**
 * What to try next after a refusal; null when nothing else would help. A rung down only where the endpoint can't take
 * the shape: never for a bad key, a rate limit, a missing model or a timeout.
 */
export function nextTraits(traits: Traits, { status, message }: Failure): Traits | null {
  if (status === null) return null;
  const refused = STEPPING.has(status);
  if (refused && traits.tokenLimit === 'max_tokens' && /max_tokens/.test(message)) {
    return { ...traits, tokenLimit: 'max_completion_tokens' };
  }
  if (refused && traits.temperature && /temperature/.test(message)) return { ...traits, temperature: false };
  const namesShape = /response_format|json_schema/i.test(message);
  if (!refused && !(status === 500 && namesShape)) return null;
  if (traits.rung === 'plain' || NO_MODEL.test(message)) return null;
  return { ...traits, rung: traits.rung === 'schema' ? 'object' : 'plain' };
}

function formatFor(rung: Traits['rung'], { name, schema }: ModelRequest): object {
  if (rung === 'plain') return {};
  if (rung === 'object') return { response_format: { type: 'json_object' as const } };
  return { response_format: { type: 'json_schema' as const, json_schema: { name, strict: true, schema } } };
}

/** The body of a request as this endpoint takes it. */
export function bodyFor(model: string, request: ModelRequest, traits: Traits, seed: number | null) {
  return {
    model,
    messages: [
      { role: 'system' as const, content: request.system },
      { role: 'user' as const, content: request.user },
    ],
    [traits.tokenLimit]: request.maxOutputTokens,
    ...(traits.temperature ? { temperature: request.temperature } : {}),
    ...(seed === null ? {} : { seed }),
    ...formatFor(traits.rung, request),
  };
}
