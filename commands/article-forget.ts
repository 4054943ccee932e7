import { z } from 'zod';
import { InputError } from '../src/errors.ts';
import type { Command } from './command.ts';
import { nameForgetting, sayWhatGoes } from './tell-forgetting.ts';

const options = z.strictObject({
  id: z.string().trim().min(1).max(64).describe('Its id, as /article list tells it'),
});

/** Deletes an article with everything that came of it, once the person has said so again. */
export const articleForget = {
  name: 'article forget',
  description: 'Delete an article with its quotes, for good; asks once more before it does',
  options,
  access: 'managers',
  visibility: 'only-you',
  example: '/article forget id:a_7f3k2m4qbzw5xtn6',
  async run({ id }, deps) {
    const forgetting = await deps.previewForgetting(id);
    if (forgetting === null)
      throw new InputError(`No article has the id ${id}. /article list tells the ids.`);
    return {
      kind: 'confirmation',
      confirmation: {
        title: `Forget ${nameForgetting(forgetting)}?`,
        told: [
          sayWhatGoes(forgetting),
          'Copies in other outlets keep what they carry, and feeds do not bring the article back.',
          'This can not be undone.',
        ],
        label: 'Forget it',
        line: `onrecord article forget ${forgetting.articleId}`,
        task: { kind: 'forget-article', articleId: forgetting.articleId },
      },
    };
  },
} as const satisfies Command<typeof options>;
