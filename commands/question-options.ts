import { z } from 'zod';
import { readPeriod } from '../src/answer/read-day.ts';
import type { Question } from '../src/records/answer.ts';
import type { Stance } from '../src/records/quote.ts';
import { wordsIn } from '../src/words/words.ts';
import type { CommandDeps } from './command.ts';

const day = z.string().trim().min(1).max(40).optional();

/** What every question about the record may be narrowed by. */
export const questionOptions = z.strictObject({
  topic: z.string().trim().min(1).max(200).describe('What it is about, such as: missile transfer'),
  speaker: z.string().trim().min(1).max(100).optional().describe('Only what this person or body said'),
  outlet: z.string().trim().min(1).max(100).optional().describe('Only from this outlet'),
  since: day.describe('First day: 2024-09-01, or in words such as last Monday'),
  until: day.describe('Last day: 2024-09-30, or in words such as yesterday'),
  include: z
    .enum(['everything', 'unnamed', 'second-hand', 'neither'])
    .optional()
    .describe('Of unnamed sources and what came through another outlet: both unless you choose'),
});

/** The options that are completed while a person types. */
export const questionSuggestions = { topic: 'topic', speaker: 'speaker', outlet: 'outlet' } as const;

/**
 * The question that validated options ask. Throws InputError for days that can't be read, or a period that ends before it
 * starts.
 */
export function toQuestion(
  options: z.output<typeof questionOptions>,
  stance: Stance | null,
  deps: Pick<CommandDeps, 'today' | 'settings'>,
): Question {
  const { topic, speaker, outlet, since, until, include } = options;
  const period = readPeriod({ since, until }, deps.today(), wordsIn(deps.settings.language));
  const leaveOut = include === undefined || include === 'everything' ? undefined : LEFT_OUT[include];
  return { topic, stance, speaker, outlet, ...period, ...(leaveOut === undefined ? {} : { leaveOut }) };
}

const LEFT_OUT = {
  unnamed: ['second-hand'],
  'second-hand': ['unnamed'],
  neither: ['unnamed', 'second-hand'],
} as const;
