import { commandOfTask, runConfirmedTask } from '../../commands/confirmed-task.ts';
import { InputError } from '../errors.ts';
import type { View } from '../records/view.ts';
import { mayUse, sayWhoMay } from './access.ts';
import type { DiscordDeps } from './deps.ts';
import type { PressedComponent } from './reply.ts';
import type { SavedView } from './saved-view.ts';
import { workspaceOf } from './workspace.ts';

/** Does what was confirmed. Who may do it can have changed since it was asked for, so that is checked again. */
export async function confirm(
  saved: SavedView,
  interaction: PressedComponent,
  deps: DiscordDeps,
): Promise<View> {
  if (saved.kind !== 'confirmation')
    throw new InputError('There is nothing to confirm. Run the command again.');
  const { task } = saved.confirmation;
  const workspace = workspaceOf(interaction);
  const settings = await deps.store.readSettings(workspace);
  const command = commandOfTask(task);
  if (!mayUse(interaction, command, settings)) throw new InputError(sayWhoMay(`/${command.name}`, settings));
  return runConfirmedTask(task, deps.depsFor(workspace, { settings }));
}
