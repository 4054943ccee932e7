import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type ChatInputCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Command } from '../../commands/command.ts';
import { optionsOf, type OptionFacts } from '../../commands/options.ts';
import { writeFormId } from './custom-id.ts';
import type { DiscordDeps } from './deps.ts';

/** What Discord lets a form hold: fields, characters of a field and of its title. */
const FIELDS = 5;
const FIELD_LENGTH = 4000;
const TITLE = 45;

/** Whether a command still needs its long option: nothing was given in its place. */
export function needsForm(interaction: ChatInputCommandInteraction, command: Command): boolean {
  if (command.form === undefined) return false;
  if (command.formUnless !== undefined && interaction.options.get(command.formUnless) !== null) return false;
  const files = optionsOf(command).filter((option) => option.type === 'file');
  return files.every((option) => interaction.options.getAttachment(option.name) === null);
}

/** The fields of a command's form: the long option first, then what else may be told. */
function formFields(command: Command): readonly OptionFacts[] {
  const asked = optionsOf(command).filter((option) => option.type !== 'file');
  const long = asked.filter((option) => option.name === command.form);
  return [...long, ...asked.filter((option) => option.name !== command.form)].slice(0, FIELDS);
}

/** Opens the form, filled in with the options that were typed. Nothing may have been answered before. */
export async function showForm(
  interaction: ChatInputCommandInteraction,
  command: Command,
  deps: DiscordDeps,
): Promise<void> {
  try {
    await interaction.showModal({
      custom_id: writeFormId(command.name),
      title: command.description.length <= TITLE ? command.description : `/${command.name}`,
      components: formFields(command).map((option) => {
        const typed = interaction.options.get(option.name)?.value;
        return toField(option, option.name === command.form, typed === undefined ? null : String(typed));
      }),
    });
  } catch (error) {
    deps.log.warn('a form could not be shown', { interaction: interaction.id, error });
  } finally {
    deps.attempts.take(interaction.id);
  }
}

function toField(option: OptionFacts, isLong: boolean, typed: string | null): APILabelComponent {
  const limit = Math.min(option.maxLength ?? FIELD_LENGTH, FIELD_LENGTH);
  return {
    type: ComponentType.Label,
    label: option.name.charAt(0).toUpperCase() + option.name.slice(1),
    description: option.description,
    component: {
      type: ComponentType.TextInput,
      custom_id: option.name,
      style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
      required: isLong || option.required,
      max_length: limit,
      ...(typed === null ? {} : { value: typed.slice(0, limit) }),
    },
  };
}

/** What was filled in; an empty field is an option that was not given. */
export function readForm(
  interaction: ModalSubmitInteraction,
  command: Command,
): Readonly<Record<string, string>> {
  const values = formFields(command).map(
    ({ name }) => [name, interaction.fields.getTextInputValue(name)] as const,
  );
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}
