import {
  ComponentType,
  TextInputStyle,
  type APILabelComponent,
  type ChatInputCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { z } from 'zod';
import type { Command } from '../../commands/command.ts';
import { optionsOf, type OptionFacts } from '../../commands/options.ts';
import { readFormId, writeFormId } from './custom-id.ts';
import type { DiscordDeps } from './deps.ts';
import { kindOfChannel } from './place.ts';
import { workspaceOf } from './workspace.ts';

/** What Discord lets a form hold: fields, characters of a field and of its title. */
const FIELDS = 5;
const FIELD_LENGTH = 4000;
const TITLE = 45;

/** What can be typed into a field. */
const TYPED = new Set<OptionFacts['type']>(['string', 'integer', 'number']);

/** Whether a command still needs its long option: nothing was given in its place. */
export function needsForm(interaction: ChatInputCommandInteraction, command: Command): boolean {
  if (command.form === undefined) return false;
  if (command.formUnless !== undefined && interaction.options.get(command.formUnless) !== null) return false;
  const files = optionsOf(command).filter((option) => option.type === 'file');
  return files.every((option) => interaction.options.getAttachment(option.name) === null);
}

/** The fields of a command's form: the long option first, then what else may be told. */
function formFields(command: Command): readonly OptionFacts[] {
  const asked = optionsOf(command).filter(({ type }) => TYPED.has(type));
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
      custom_id: writeFormId(command.name, await keepOthers(interaction, command, deps)),
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

const Given = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** Keeps what was given besides the fields of the form, such as a channel: a form brings back its fields alone. */
async function keepOthers(
  interaction: ChatInputCommandInteraction,
  command: Command,
  deps: DiscordDeps,
): Promise<string | null> {
  const fields = new Set(formFields(command).map(({ name }) => name));
  const others = optionsOf(command).filter(({ name, type }) => !fields.has(name) && type !== 'file');
  const given = others.flatMap((option) => {
    const value = readTyped(interaction, option);
    return value === undefined ? [] : [[option.name, value] as const];
  });
  if (given.length === 0) return null;
  const stateId = deps.newStateId();
  const payload = Object.fromEntries(given);
  await deps.store.saveComponentState(workspaceOf(interaction), stateId, {
    userId: interaction.user.id,
    payload,
  });
  return stateId;
}

/** An option as a command takes it: a role or a channel with its name. Undefined where it was not given. */
export function readTyped(
  interaction: ChatInputCommandInteraction,
  { name, type }: Pick<OptionFacts, 'name' | 'type'>,
): string | number | boolean | undefined {
  if (type === 'role') {
    const role = interaction.options.getRole(name);
    return role === null ? undefined : `${role.id} ${role.name}`;
  }
  if (type === 'channel') {
    const channel = interaction.options.getChannel(name);
    return channel === null
      ? undefined
      : `${channel.id} ${kindOfChannel(channel.type) ?? channel.type} ${channel.name}`;
  }
  return interaction.options.get(name)?.value;
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

/** What was filled in, with what was given before; an empty field is an option that was not given. */
export async function readForm(
  interaction: ModalSubmitInteraction,
  command: Command,
  { store }: Pick<DiscordDeps, 'store'>,
): Promise<Readonly<Record<string, unknown>>> {
  const stateId = readFormId(interaction.customId)?.stateId ?? null;
  const kept = stateId === null ? null : await store.findComponentState(workspaceOf(interaction), stateId);
  const given = kept?.userId === interaction.user.id ? Given.parse(kept.payload) : {};
  const values = formFields(command).map(
    ({ name }) => [name, interaction.fields.getTextInputValue(name)] as const,
  );
  return { ...given, ...Object.fromEntries(values.filter(([, value]) => value !== '')) };
}
