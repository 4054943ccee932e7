import type { z } from 'zod';
import { answerQuestionPrompt, answerSchema } from '../../prompts/answer-question.ts';
import { selectionSchema, selectQuotesPrompt } from '../../prompts/select-quotes.ts';
import { ModelError } from '../errors.ts';
import type { LanguageModel, ModelReply, ModelRequest } from '../llm/language-model.ts';
import type { AnswerQuote, AnswerSentence, Question } from '../records/answer.ts';
import { speakerLabel } from '../records/quote.ts';
import { tellStatement } from './digest.ts';
import { requestIds, type Evidence } from './evidence.ts';
import { openDocket } from './verify/docket.ts';
import { verifyAnswer, type AnswerVerdict, type Rejection } from './verify/verify-answer.ts';

/** Why there is no summary: see `tellFailure` for each in words. */
export type SummaryFailure = 'late' | 'error' | 'unusable' | 'unbacked' | 'abstained' | 'spent';

/** What a model's work came to. `replies` has every reply that arrived, for the record; `rules` the broken ones. */
export interface Summary {
  readonly sentences: readonly AnswerSentence[];
  readonly failure: SummaryFailure | null;
  /** Sentences of the accepted reply that were dropped. */
  readonly dropped: number;
  readonly rules: readonly string[];
  readonly replies: readonly ModelReply[];
}

export interface SummaryTask {
  readonly question: Question;
  readonly quotes: readonly AnswerQuote[];
  readonly model: LanguageModel;
  /** Ends everything: the deadline, or the reader who went away. */
  readonly signal: AbortSignal;
  /** Whether enough of the time is left for a second call. */
  readonly mayRepair: () => boolean;
  /** Numbers in [0, 1). */
  readonly random: () => number;
}

function describeEvidence(evidence: readonly Evidence[]): string {
  return JSON.stringify(
    evidence.map(({ id, quote }) => ({
      id,
      speaker: quote.speaker === null ? 'not named' : speakerLabel(quote.speaker),
      stance: quote.stance,
      saidOn: quote.saidOn?.to ?? null,
      outlet: quote.article.outlet,
      text: quote.content.text,
    })),
  );
}

function failed(
  failure: SummaryFailure,
  replies: readonly ModelReply[],
  rules: readonly string[] = [],
): Summary {
  return { sentences: [], failure, dropped: 0, rules, replies };
}

/** A call that gave nothing to verify. */
interface FailedCall {
  readonly kind: SummaryFailure;
  readonly replies: readonly ModelReply[];
  readonly rules: readonly string[];
}

type Call<Output> =
  | { readonly output: Output; readonly reply: ModelReply }
  | { readonly failure: FailedCall };

/** One call, with its reply in the prompt's shape, or the failure that it is. */
async function call<Output extends z.ZodType>(
  request: ModelRequest,
  output: Output,
  { model, signal }: SummaryTask,
): Promise<Call<z.output<Output>>> {
  try {
    const reply = await model.complete(request, signal);
    const parsed = output.safeParse(reply.json);
    return parsed.success
      ? { output: parsed.data, reply }
      : { failure: { kind: 'unusable', replies: [reply], rules: ['shape'] } };
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const kind = signal.aborted ? 'late' : error.rawText === null ? 'error' : 'unusable';
    return { failure: { kind, replies: [], rules: [] } };
  }
}

const CANARY_LETTERS = 'bcdfghjklmnpqrstvwxz';

function makeCanary(random: () => number): string {
  return Array.from({ length: 12 }, () => CANARY_LETTERS.charAt(Math.floor(random() * 20))).join('');
}

function numberEvidence({ quotes, random }: SummaryTask): readonly Evidence[] {
  const ids = requestIds(quotes.length, random);
  return quotes.flatMap((quote, index) => {
    const id = ids[index];
    return id === undefined ? [] : [{ id, quote }];
  });
}

function codes(rejected: readonly Rejection[]): string {
  return rejected.length === 0 ? 'none' : JSON.stringify(rejected);
}

function coversHalf({ accepted, rejected }: AnswerVerdict): boolean {
  return accepted.length > 0 && accepted.length >= rejected.length;
}

/**
 * A summary in the model's words, each sentence verified; one repair call, told only rule codes, when less than half of
 * it stands. Never throws for what a model does.
 */
export async function summariseInProse(task: SummaryTask): Promise<Summary> {
  const evidence = numberEvidence(task);
  const docket = openDocket(evidence, task.question.topic);
  const canary = makeCanary(task.random);
  const prompt = answerQuestionPrompt;
  const { name, maxOutputTokens, temperature } = prompt;
  const schema = answerSchema(evidence.map(({ id }) => id));
  const fields = {
    canary,
    topic: JSON.stringify(task.question.topic),
    stance: task.question.stance ?? 'any',
    evidence: describeEvidence(evidence),
  };
  const replies: ModelReply[] = [];
  const rules: string[] = [];
  let problems: readonly Rejection[] = [];
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const messages = prompt.render({ ...fields, problems: codes(problems) });
    const called = await call(
      { name, ...messages, schema, maxOutputTokens, temperature },
      prompt.output,
      task,
    );
    if ('failure' in called) {
      const { failure } = called;
      return failed(
        attempt > 0 ? 'unbacked' : failure.kind,
        [...replies, ...failure.replies],
        [...rules, ...failure.rules],
      );
    }
    const { status, sentences } = called.output;
    replies.push(called.reply);
    if (status === 'abstain' || sentences.length === 0) return failed('abstained', replies, rules);
    const proposed = sentences.map(({ text, stance, quote_ids: quoteIds }) => ({ text, stance, quoteIds }));
    const verdict = verifyAnswer(proposed, docket, canary);
    rules.push(...(verdict.stopped ? ['V0'] : verdict.rejected.map(({ rule }) => rule)));
    if (coversHalf(verdict)) {
      return { sentences: verdict.accepted, failure: null, dropped: verdict.rejected.length, rules, replies };
    }
    if (verdict.stopped || !task.mayRepair()) break;
    problems = verdict.rejected;
  }
  return failed('unbacked', replies, rules);
}

/** A summary whose words are the code's: the model only chooses quotes and their order. */
export async function summariseBySelection(task: SummaryTask): Promise<Summary> {
  const evidence = numberEvidence(task);
  const { name, maxOutputTokens, temperature, output } = selectQuotesPrompt;
  const messages = selectQuotesPrompt.render({
    topic: JSON.stringify(task.question.topic),
    stance: task.question.stance ?? 'any',
    evidence: describeEvidence(evidence),
  });
  const schema = selectionSchema(evidence.map(({ id }) => id));
  const called = await call({ name, ...messages, schema, maxOutputTokens, temperature }, output, task);
  if ('failure' in called) return failed(called.failure.kind, called.failure.replies, called.failure.rules);
  const ids = called.output.status === 'abstain' ? [] : [...new Set(called.output.quote_ids)];
  const chosen = ids.flatMap((id) => evidence.find((item) => item.id === id) ?? []);
  const replies = [called.reply];
  if (ids.length === 0) return failed('abstained', replies);
  if (chosen.length === 0) return failed('unbacked', replies, ['V5']);
  const sentences = chosen.map(({ quote }) => tellStatement(quote));
  return { sentences, failure: null, dropped: 0, rules: chosen.length < ids.length ? ['V5'] : [], replies };
}
