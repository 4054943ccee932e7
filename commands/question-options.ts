import { z } from 'zod';
import { InputError } from '../src/errors.ts';
import type { Question } from '../src/records/answer.ts';
import type { Stance } from '../src/records/quote.ts';

const day = (name: string) => z.iso.date(`${name} should be a day such as 2024-09-01.`).optional();

/** What every question about the record may be narrowed by. */
export const questionOptions = z.strictObject({
  topic: z.string().trim().min(1).max(200).describe('What it is about, such as: missile transfer'),
  speaker: z.string().trim().min(1).max(100).optional().describe('Only what this person or body said'),
  outlet: z.string().trim().min(1).max(100).optional().describe('Only from this outlet'),
  since: day('since').describe('First day, as 2024-09-01'),
  until: day('until').describe('Last day, as 2024-09-30'),
});

/** The options that are completed while a person types. */
export const questionSuggestions = { speaker: 'speaker', outlet: 'outlet' } as const;

/** The question that validated options ask. Throws InputError for a period that ends before it starts. */
export function toQuestion(options: z.output<typeof questionOptions>, stance: Stance | null): Question {
  const { topic, speaker, outlet, since, until } = options;
  if (since !== undefined && until !== undefined && since > until) {
    throw new InputError(`since (${since}) should not be after until (${until}).`);
  }
  return { topic, stance, speaker, outlet, since, until };
}
