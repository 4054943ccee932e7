import { z } from 'zod';
import { ModelError } from '../errors.ts';
import type { ModelReply } from './language-model.ts';
import { readJson } from './read-json.ts';

const Completion = z.object({
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullish(),
        message: z.object({ content: z.unknown(), refusal: z.unknown() }).partial(),
      }),
    )
    .min(1),
});

const TokenCount = z.number().int().nonnegative();

/** A count that an endpoint may leave out or write as it likes. */
function tokenCount(body: unknown, key: 'prompt_tokens' | 'completion_tokens'): number | null {
  const parsed = z.object({ usage: z.object({ [key]: TokenCount }) }).safeParse(body);
  return parsed.success ? (parsed.data.usage[key] ?? null) : null;
}

function unusable(what: string, rawText: string): ModelError {
  return new ModelError(`The language model's reply can't be used: ${what}.`, rawText);
}

function contentOf(body: unknown): { readonly content: string; readonly model: string | null } {
  const parsed = Completion.safeParse(body);
  if (!parsed.success)
    throw unusable('it is no chat completion', typeof body === 'string' ? body.slice(0, 1_000) : '');
  const [choice] = parsed.data.choices;
  const content = choice?.message.content;
  const rawText = typeof content === 'string' ? content : '';
  const reason = choice?.finish_reason ?? 'stop';
  if (typeof choice?.message.refusal === 'string' && choice.message.refusal !== '')
    throw unusable('it is a refusal', rawText);
  if (reason !== 'stop')
    throw unusable(reason === 'length' ? 'it was cut off' : `it ended with "${reason}"`, rawText);
  if (rawText.trim() === '') throw unusable('it is empty', rawText);
  return { content: rawText, model: parsed.data.model ?? null };
}

/** The reply in an endpoint's body. Throws ModelError, with the raw text, for one that is refused, cut off, empty or no JSON. */
export function readCompletion(body: unknown, model: string, rung: ModelReply['rung']): ModelReply {
  const { content, model: answered } = contentOf(body);
  const read = readJson(content);
  if (read === null) throw unusable('it holds no JSON', content);
  return {
    json: read.json,
    rawText: content,
    model: answered ?? model,
    rung,
    inputTokens: tokenCount(body, 'prompt_tokens'),
    outputTokens: tokenCount(body, 'completion_tokens'),
  };
}
