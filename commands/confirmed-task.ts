import { InputError } from '../src/errors.ts';
import type { ConfirmedTask, View } from '../src/records/view.ts';
import { articleForget } from './article-forget.ts';
import { briefingDelete } from './briefing-delete.ts';
import type { Command, CommandDeps } from './command.ts';
import { sayForgotten } from './tell-forgetting.ts';

type Declared = Pick<Command, 'name' | 'access' | 'visibility'>;

const COMMANDS: Readonly<Record<ConfirmedTask['kind'], Declared>> = {
  'forget-article': articleForget,
  'delete-briefing': briefingDelete,
};

/** The command that asks for a task: who may use it may confirm it. */
export function commandOfTask({ kind }: ConfirmedTask): Declared {
  return COMMANDS[kind];
}

/** Does what a person confirmed. */
export async function runConfirmedTask(task: ConfirmedTask, deps: CommandDeps): Promise<View> {
  if (task.kind === 'delete-briefing') {
    const isRemoved = await deps.briefings.remove(task.briefingId);
    if (!isRemoved) throw new InputError('This briefing is deleted already.');
    return { kind: 'problem', message: `The briefing ${task.name} is deleted.` };
  }
  const forgotten = await deps.forgetArticle(task.articleId);
  if (forgotten === null) throw new InputError('This article is not on file any more.');
  return { kind: 'problem', message: sayForgotten(forgotten) };
}
