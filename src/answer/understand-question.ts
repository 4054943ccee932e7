import { z } from 'zod';
import { understandingSchema, understandQuestionPrompt } from '../../prompts/understand-question.ts';
import { InputError } from '../errors.ts';
import type { LanguageModel } from '../llm/language-model.ts';
import type { Question } from '../records/answer.ts';
import { parseTopic } from '../search/topic.ts';
import type { Store } from '../store/store.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { askModel, startDeadline } from './ask-model.ts';
import { openAccount, type AccountDeps } from './model-account.ts';
import { readQuestionWords } from './question-words.ts';
import { stemsOf } from './verify/words.ts';
import { dayIn } from './window.ts';

/** A question in plain words, made a search. */
export interface Understanding {
  readonly question: Question;
  /** How it was understood, in one sentence for the reader. */
  readonly told: string;
  readonly by: 'model' | 'words';
}

export interface UnderstandDeps extends AccountDeps {
  readonly store: Store;
  readonly model: LanguageModel | null;
  /** What it is told in; English where they are absent. */
  readonly words?: Words | undefined;
  readonly budgetMs?: number | undefined;
  /** The IANA time zone that days are counted in; UTC where it is absent. */
  readonly zone?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** A signal that fires after so many milliseconds. */
  readonly deadline?: ((milliseconds: number) => AbortSignal) | undefined;
}

const MAX_CHARACTERS = 500;
const MAX_TOPIC_WORDS = 8;
const BUDGET_MS = 6_000;

function tell(
  { topic, stance, speaker, outlet, since, until }: Question,
  { answers, cards: { filters } }: Words,
): string {
  const parts = [
    answers.topic(topic),
    answers.stance(stance),
    ...(speaker === undefined ? [] : [filters.speaker(speaker)]),
    ...(outlet === undefined ? [] : [filters.outlet(outlet)]),
    ...(since === undefined ? [] : [filters.from(since)]),
    ...(until === undefined ? [] : [filters.to(until)]),
  ];
  return answers.understood(parts);
}

function topicOrNull(topic: string): string | null {
  if (stemsOf(topic).length > MAX_TOPIC_WORDS) return null;
  try {
    parseTopic(topic);
    return topic.trim();
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** A name the model took out of the question; one that does not stand there is no filter. */
function namedIn(text: string, name: string): string | undefined {
  const known = new Set(stemsOf(text));
  const stems = stemsOf(name);
  return stems.length > 0 && stems.every((stem) => known.has(stem)) ? name.trim() : undefined;
}

function dayOrNothing(day: string): string | undefined {
  return z.iso.date().safeParse(day).success ? day : undefined;
}

function todayOf({ zone = 'UTC', now = Date.now }: UnderstandDeps): string {
  return dayIn(zone, new Date(now()));
}

async function askForSearch(
  text: string,
  deps: UnderstandDeps,
  model: LanguageModel,
): Promise<Question | null> {
  const account = openAccount(deps);
  if (await account.isSpent()) return null;
  const { signal, budgetMs = BUDGET_MS, deadline = startDeadline } = deps;
  const timeout = deadline(budgetMs);
  const prompt = understandQuestionPrompt;
  const input = { today: todayOf(deps), question: JSON.stringify(text) };
  const ended = signal === undefined ? timeout : AbortSignal.any([signal, timeout]);
  const { output, call, failure } = await askModel(prompt, understandingSchema, input, {
    model,
    signal: ended,
  });
  const topic = output === null ? null : topicOrNull(output.topic);
  await account.record([call], {
    prompt: prompt.name,
    promptVersion: prompt.version,
    promptHash: prompt.hash,
    outcome: failure ?? (topic === null ? 'unusable' : 'shown'),
    rules: [],
    subject: JSON.stringify(text),
  });
  if (output === null || topic === null) return null;
  const [since, until] = [dayOrNothing(output.since), dayOrNothing(output.until)];
  const inOrder = since === undefined || until === undefined || since <= until;
  return {
    topic,
    stance: output.stance === 'any' ? null : output.stance,
    speaker: namedIn(text, output.speaker),
    outlet: namedIn(text, output.outlet),
    ...(inOrder ? { since, until } : {}),
  };
}

/**
 * Turns a question such as "Has anyone in Tehran denied sending missiles?" into a topic and filters: by the model where
 * there is one and its reply holds, else by the question's own words. It only makes a search; what is answered comes
 * from the stored quotes.
 * Throws InputError when the question is too long or has no word to look for.
 */
export async function understandQuestion(text: string, deps: UnderstandDeps): Promise<Understanding> {
  if (text.length > MAX_CHARACTERS) {
    throw new InputError(
      `A question may have ${MAX_CHARACTERS} characters at most; ask for one thing at a time.`,
    );
  }
  const asked = deps.model === null ? null : await askForSearch(text, deps, deps.model);
  const question = asked ?? readQuestionWords(text, todayOf(deps));
  parseTopic(question.topic);
  return {
    question,
    told: tell(question, deps.words ?? wordsIn('en')),
    by: asked === null ? 'words' : 'model',
  };
}
