import { InputError } from '../src/errors.ts';
import type { Confirmation, View } from '../src/records/view.ts';
import { articleForget } from './article-forget.ts';
import type { Command, CommandDeps } from './command.ts';
import { sayForgotten } from './tell-forgetting.ts';

type Task = Confirmation['task'];

/** The command that asks for a task: who may use it may confirm it. */
export function commandOfTask(_task: Task): Pick<Command, 'name' | 'access' | 'visibility'> {
  return articleForget;
}

/** Does what a person confirmed. */
export async function runConfirmedTask({ articleId }: Task, deps: CommandDeps): Promise<View> {
  const forgotten = await deps.forgetArticle(articleId);
  if (forgotten === null) throw new InputError('This article is not on file any more.');
  return { kind: 'problem', message: sayForgotten(forgotten) };
}
