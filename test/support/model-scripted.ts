import { ModelError } from '../../src/errors.ts';
import type { LanguageModel, ModelReply, ModelRequest } from '../../src/llm/language-model.ts';

/** A quote as the model is shown it. */
export interface ShownQuote {
  readonly id: string;
  readonly speaker: string;
  readonly stance: string;
  readonly text: string;
}

/** The evidence that stands in a request. */
export function shownEvidence(request: ModelRequest): readonly ShownQuote[] {
  const line = /^EVIDENCE = (.*)$/m.exec(request.user)?.[1] ?? '[]';
  return JSON.parse(line);
}

export interface ScriptedModel extends LanguageModel {
  readonly requests: readonly ModelRequest[];
}

/** A model that replies as scripted, one entry a call, and fails when it is asked more often. */
export function scriptModel(...script: readonly ((request: ModelRequest) => unknown)[]): ScriptedModel {
  const requests: ModelRequest[] = [];
  return {
    requests,
    async complete(request): Promise<ModelReply> {
      requests.push(request);
      const reply = script[requests.length - 1];
      if (reply === undefined) throw new ModelError('The script has no reply left.');
      const json = reply(request);
      const rawText = JSON.stringify(json) ?? '';
      return { json, rawText, model: 'scripted', rung: 'schema', inputTokens: 10, outputTokens: 5 };
    },
  };
}
