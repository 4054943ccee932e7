import { watchAdd } from '../../commands/watch-add.ts';
import { InputError } from '../errors.ts';
import type { Question } from '../records/answer.ts';
import type { View } from '../records/view.ts';
import { callerOf, settingsFor } from './access.ts';
import type { DiscordDeps } from './deps.ts';
import type { PressedComponent } from './reply.ts';
import type { SavedView } from './saved-view.ts';
import { workspaceOf } from './workspace.ts';

/** Sets up a watch on what an answer was asked for, told in the direct messages of whoever pressed. */
export async function watchAnswer(
  saved: SavedView,
  interaction: PressedComponent,
  deps: DiscordDeps,
): Promise<View> {
  const question = questionOf(saved);
  if (question === null) throw new InputError('Only an answer can be watched. Try /watch add.');
  const { topic, speaker, outlet, stance } = question;
  const settings = await settingsFor(interaction, deps);
  const caller = callerOf(interaction, settings, 'only-you');
  const asked = {
    ...(topic === '' ? {} : { topic }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(stance === null ? {} : { stance }),
  };
  return watchAdd.run(asked, deps.depsFor(workspaceOf(interaction), caller));
}

function questionOf(saved: SavedView): Question | null {
  if (saved.kind === 'answer') return saved.answer.question;
  return saved.kind === 'report' && saved.report.question !== undefined
    ? { ...saved.report.question, stance: null }
    : null;
}
