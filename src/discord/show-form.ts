import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Command } from '../../commands/command.ts';
import type { OfferedForm } from '../records/form.ts';
import { writeFormId } from './custom-id.ts';
import type { DiscordDeps } from './deps.ts';
import { showFields } from './form-fields.ts';
import { keepForm } from './kept-form.ts';
import { workspaceOf } from './workspace.ts';

/** What Discord lets a form's title hold. */
const TITLE = 45;

interface Opened {
  readonly command: Command;
  readonly form: OfferedForm;
  /** Where the form is kept already; null for one that is new. */
  readonly stateId: string | null;
}

/** Opens a form. What its fields do not hold is kept meanwhile: Discord brings back the fields alone. Never throws. */
export async function openForm(
  interaction: ChatInputCommandInteraction | ButtonInteraction,
  { command, form, stateId }: Opened,
  deps: DiscordDeps,
): Promise<void> {
  try {
    const isPlain = Object.keys(form.given).length === 0;
    const keptAt = stateId ?? (isPlain ? null : await keep(interaction, form, deps));
    await interaction.showModal({
      custom_id: writeFormId(command.name, keptAt),
      title: command.description.length <= TITLE ? command.description : `/${command.name}`,
      components: showFields(command, form.fields),
    });
  } catch (error) {
    deps.log.warn('a form could not be shown', { interaction: interaction.id, error });
  } finally {
    deps.attempts.take(interaction.id);
  }
}

async function keep(
  interaction: ChatInputCommandInteraction | ButtonInteraction,
  form: OfferedForm,
  { store, newStateId }: DiscordDeps,
): Promise<string> {
  const stateId = newStateId();
  const state = { userId: interaction.user.id, payload: keepForm(form) };
  await store.saveComponentState(workspaceOf(interaction), stateId, state);
  return stateId;
}
