import type { z } from 'zod';
import { answerQuestionPrompt } from '../../prompts/answer-question.ts';
import { citedSentencesSchema, type CitedSentences } from '../../prompts/cited-sentences.ts';
import { askModel, type Asked } from './ask-model.ts';
import { describeEvidence, numberEvidence } from './evidence.ts';
import { readPlainSentences } from './plain-sentences.ts';
import type { Summary, SummaryFailure, SummaryTask } from './summary.ts';
import { openDocket, type Docket } from './verify/docket.ts';
import { verifyAnswer, type AnswerVerdict, type Rejection } from './verify/verify-answer.ts';
import type { ProposedSentence } from './verify/verify-sentence.ts';

const CANARY_LETTERS = 'bcdfghjklmnpqrstvwxz';
const CANARY_LENGTH = 12;

/** A word that stands nowhere but in this request's system message: who writes it gives that message away. */
function makeCanary(random: () => number): string {
  const draw = () => CANARY_LETTERS.charAt(Math.floor(random() * CANARY_LETTERS.length));
  return Array.from({ length: CANARY_LENGTH }, draw).join('');
}

type Output = z.output<typeof CitedSentences>;

/** The sentences of a reply, be it JSON as asked for, or prose with ids; else why there are none. */
function readSentences(asked: Asked<Output>, docket: Docket): readonly ProposedSentence[] | SummaryFailure {
  if (asked.output !== null) {
    const { status, sentences } = asked.output;
    if (status === 'abstain' || sentences.length === 0) return 'abstained';
    return sentences.map(({ text, stance, quote_ids: quoteIds }) => ({ text, stance, quoteIds }));
  }
  const plain = asked.failure === 'unusable' ? readPlainSentences(asked.rawText, docket) : [];
  return plain.length > 0 ? plain : (asked.failure ?? 'unusable');
}

/** Whether what stands is worth showing: half of what the model wrote, or more. */
function coversHalf({ accepted, rejected }: AnswerVerdict): boolean {
  return accepted.length > 0 && accepted.length >= rejected.length;
}

function describeProblems(rejected: readonly Rejection[]): string {
  return rejected.length === 0 ? 'none' : JSON.stringify(rejected);
}

/** The holes that every prompt for cited sentences has. */
interface Fields {
  readonly canary: string;
  readonly evidence: string;
  readonly problems: string;
}

/** What is written about, and how the model is asked for it once. */
export interface Writing {
  /** What a sentence may name as it was asked for; '' for nothing. */
  readonly topic: string;
  readonly ask: (schema: Readonly<Record<string, unknown>>, fields: Fields) => Promise<Asked<Output>>;
}

/**
 * A summary in the model's words, each sentence verified; one repair call, told only rule codes, when less than half of
 * it stands.
 */
export async function writeVerified(
  task: Pick<SummaryTask, 'quotes' | 'random' | 'mayRepair'>,
  { topic, ask }: Writing,
): Promise<Summary> {
  const evidence = numberEvidence(task.quotes, task.random);
  const docket = openDocket(evidence, topic);
  const canary = makeCanary(task.random);
  const schema = citedSentencesSchema(evidence.map(({ id }) => id));
  const request = (rejected: readonly Rejection[]) =>
    ask(schema, { canary, evidence: describeEvidence(evidence), problems: describeProblems(rejected) });
  const judge = (asked: Asked<Output>): AnswerVerdict | SummaryFailure => {
    const proposed = readSentences(asked, docket);
    return typeof proposed === 'string' ? proposed : verifyAnswer(proposed, docket, canary);
  };

  const first = await request([]);
  const verdict = judge(first);
  if (typeof verdict === 'string')
    return { ...NOTHING, failure: verdict, rules: shapeRule(first), calls: [first.call] };
  if (coversHalf(verdict)) return shown(verdict, [], [first.call]);
  const rules = rulesOf(verdict);
  if (verdict.stopped || !task.mayRepair())
    return { ...NOTHING, failure: 'unbacked', rules, calls: [first.call] };

  const second = await request(verdict.rejected);
  const repaired = judge(second);
  const calls = [first.call, second.call];
  if (typeof repaired !== 'string' && coversHalf(repaired)) return shown(repaired, rules, calls);
  const more = typeof repaired === 'string' ? shapeRule(second) : rulesOf(repaired);
  return { ...NOTHING, failure: 'unbacked', rules: [...rules, ...more], calls };
}

/** The summary of an answer. */
export function summariseInProse(task: SummaryTask): Promise<Summary> {
  const { topic, stance } = task.question;
  const asked = { topic: JSON.stringify(topic), stance: stance ?? 'any' };
  return writeVerified(task, {
    topic,
    ask: (schema, fields) => askModel(answerQuestionPrompt, schema, { ...asked, ...fields }, task),
  });
}

const NOTHING = { sentences: [], dropped: 0 };

function shown(verdict: AnswerVerdict, before: readonly string[], calls: Summary['calls']): Summary {
  const { accepted, rejected } = verdict;
  const rules = [...before, ...rulesOf(verdict)];
  return { sentences: accepted, failure: null, dropped: rejected.length, rules, calls };
}

function rulesOf({ stopped, rejected }: AnswerVerdict): readonly string[] {
  return stopped ? ['V0'] : rejected.map(({ rule }) => rule);
}

function shapeRule({ failure }: Asked<Output>): readonly string[] {
  return failure === 'unusable' ? ['shape'] : [];
}
