import { z } from 'zod';
import { InputError } from '../src/errors.ts';
import type { Command } from './command.ts';

const options = z.strictObject({
  id: z
    .string()
    .trim()
    .regex(/^q_[a-z2-7]{16}$/, 'id should be the id of a quote, q_ and 16 signs, as Context shows it.')
    .describe('The quote’s id, as Context shows it; type words to look it up'),
});

/** One stored quote: the passage it stands in, who said it, and the other outlets that carry it. */
export const quote = {
  name: 'quote',
  description: 'One stored quote in its passage, with its source and the other outlets that carry it',
  options,
  suggest: { id: 'quote' },
  access: 'everyone',
  visibility: 'public',
  example: '/quote q_mfzwk2djonygk3tb',
  async run({ id }, deps) {
    const passage = await deps.findPassage(id);
    if (passage === null)
      throw new InputError(`No quote ${id} is on file. Context shows the id of each quote.`);
    return { kind: 'passage', passage };
  },
} as const satisfies Command<typeof options>;
