import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import type { Command } from '../../commands/command.ts';
import { optionsOf, type OptionFacts } from '../../commands/options.ts';
import { InputError } from '../errors.ts';
import type { FormField, OfferedForm } from '../records/form.ts';
import { readFormId } from './custom-id.ts';
import type { DiscordDeps } from './deps.ts';
import { readFields } from './form-fields.ts';
import { readKeptForm } from './kept-form.ts';
import { kindOfChannel } from './place.ts';
import { openForm } from './show-form.ts';
import { workspaceOf } from './workspace.ts';

/** What Discord lets a form hold. */
const FIELDS = 5;

/** What can be typed into a field. */
const TYPED = new Set<OptionFacts['type']>(['string', 'integer', 'number']);

const TOO_OLD = 'This form is too old. Run the command again.';

/** Whether a command still needs its long option: nothing was given in its place. */
export function needsForm(interaction: ChatInputCommandInteraction, command: Command): boolean {
  if (command.form === undefined) return false;
  if (command.formUnless !== undefined && interaction.options.get(command.formUnless) !== null) return false;
  const files = optionsOf(command).filter((option) => option.type === 'file');
  return files.every((option) => interaction.options.getAttachment(option.name) === null);
}

/** The fields of a command's form: the long option first, then what else may be told. */
function formFields(command: Command): readonly string[] {
  const asked = optionsOf(command).filter(({ type }) => TYPED.has(type));
  const long = asked.filter((option) => option.name === command.form);
  const others = asked.filter((option) => option.name !== command.form);
  return [...long, ...others].slice(0, FIELDS).map(({ name }) => name);
}

/** Opens a command's form, filled in with the options that were typed. Nothing may have been answered before. */
export async function showForm(
  interaction: ChatInputCommandInteraction,
  command: Command,
  deps: DiscordDeps,
): Promise<void> {
  const names = formFields(command);
  const given = optionsOf(command).flatMap((option) => {
    const value = option.type === 'file' ? undefined : readTyped(interaction, option);
    return value === undefined ? [] : [[option.name, value] as const];
  });
  const typed = new Map(given);
  const form = {
    ...emptyForm(command),
    fields: names.map((name) => fieldOf(name, typed.get(name))),
    given: Object.fromEntries(given.filter(([name]) => !names.includes(name))),
  };
  await openForm(interaction, { command, form, stateId: null }, deps);
}

const fieldOf = (name: string, value: string | number | boolean | undefined): FormField => ({
  name,
  values: value === undefined || value === '' ? [] : [String(value)],
});

function emptyForm(command: Command): OfferedForm {
  const fields = formFields(command).map((name) => fieldOf(name, undefined));
  return { label: 'Edit', command: command.name, fields, given: {} };
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

/** What a form brings: the options, and the form as it was filled in, to be opened once more. */
export interface FilledForm {
  readonly options: Readonly<Record<string, unknown>>;
  readonly form: OfferedForm;
}

/**
 * What was filled in, with what was given before. An empty field is an option that was not given, but a choice of several of
 * which none was made says so. Throws InputError where what was given before is not kept any more.
 */
export async function readForm(
  interaction: ModalSubmitInteraction,
  command: Command,
  { store }: Pick<DiscordDeps, 'store'>,
): Promise<FilledForm> {
  const stateId = readFormId(interaction.customId)?.stateId ?? null;
  const kept = stateId === null ? null : await store.findComponentState(workspaceOf(interaction), stateId);
  const offered = stateId === null ? emptyForm(command) : kept && readKeptForm(kept.payload);
  if (!offered || (kept !== null && kept.userId !== interaction.user.id)) throw new InputError(TOO_OLD);
  const fields = readFields(interaction, command, offered.fields);
  const said = fields.filter(({ values, several }) => values.length > 0 || several === true);
  return {
    options: {
      ...offered.given,
      ...Object.fromEntries(said.map(({ name, values }) => [name, values.join(', ')])),
    },
    form: { ...offered, fields },
  };
}
