import type { z } from 'zod';
import type { Prompt } from '../../prompts/define-prompt.ts';
import { ModelError } from '../errors.ts';
import type { LanguageModel } from '../llm/language-model.ts';
import type { ModelCall } from './model-account.ts';

/** What one question to a model came to: its output in the prompt's shape, or why there is none. */
export interface Asked<Output> {
  readonly call: ModelCall;
  readonly output: Output | null;
  /** null when there is an output. `rawText` may then still hold prose. */
  readonly failure: 'late' | 'error' | 'unusable' | null;
  readonly rawText: string;
}

export interface AskDeps {
  readonly model: LanguageModel;
  readonly signal: AbortSignal;
}

/** A signal that fires after so many milliseconds. */
export function startDeadline(milliseconds: number): AbortSignal {
  return AbortSignal.timeout(milliseconds);
}

/** Asks once with the prompt's texts and validates the reply. Throws only for what is a bug of ours. */
export async function askModel<Input extends z.ZodObject, Output extends z.ZodType>(
  prompt: Prompt<Input, Output>,
  schema: Readonly<Record<string, unknown>>,
  input: z.output<Input>,
  { model, signal }: AskDeps,
): Promise<Asked<z.output<Output>>> {
  const { name, maxOutputTokens, temperature } = prompt;
  const messages = prompt.render(input);
  const promptCharacters = messages.system.length + messages.user.length;
  try {
    const reply = await model.complete({ name, ...messages, schema, maxOutputTokens, temperature }, signal);
    const parsed = prompt.output.safeParse(reply.json);
    const failure = parsed.success ? null : 'unusable';
    return {
      call: { promptCharacters, reply },
      output: parsed.data ?? null,
      failure,
      rawText: reply.rawText,
    };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const failure = signal.aborted ? 'late' : error.rawText === null ? 'error' : 'unusable';
    return { call: { promptCharacters, reply: null }, output: null, failure, rawText: error.rawText ?? '' };
  }
}
