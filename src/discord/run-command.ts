import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import type { Caller, Command } from '../../commands/command.ts';
import { optionsOf } from '../../commands/options.ts';
import { validateOptions } from '../../commands/validate.ts';
import { AppError, InputError } from '../errors.ts';
import type { OfferedForm } from '../records/form.ts';
import type { Settings } from '../records/settings.ts';
import { callerOf, mayUse, sayWhoMay, settingsFor, visibilityOf } from './access.ts';
import { tooLarge } from './attachment.ts';
import { readFormId } from './custom-id.ts';
import { describeFailure } from './failure.ts';
import { findCommand } from './find-command.ts';
import type { DiscordDeps } from './deps.ts';
import { needsForm, readForm, readTyped, showForm } from './form.ts';
import { replyWith, type Refusal, type ReplyView } from './reply.ts';
import { workspaceOf } from './workspace.ts';

type Options = Readonly<Record<string, unknown>>;

/** What was given for a command, and the form that it was filled in, where there was one. */
interface Given {
  readonly options: Options;
  readonly form: OfferedForm | null;
}

/** Answers a slash command, or asks for its long option first. */
export async function answerCommand(
  interaction: ChatInputCommandInteraction,
  deps: DiscordDeps,
): Promise<void> {
  const command = findCommand(interaction, deps);
  const settings = await settingsFor(interaction, deps);
  if (command && mayUse(interaction, command, settings) && needsForm(interaction, command)) {
    return showForm(interaction, command, deps);
  }
  await answer({ interaction, command, settings }, deps, async (known) => ({
    options: await readOptions(interaction, known, deps),
    form: null,
  }));
}

/** Answers the form that a command asked for its long option with. */
export async function answerForm(interaction: ModalSubmitInteraction, deps: DiscordDeps): Promise<void> {
  const command = deps.commands.find(
    (candidate) => candidate.name === readFormId(interaction.customId)?.command,
  );
  const settings = await settingsFor(interaction, deps);
  await answer({ interaction, command, settings }, deps, (known) => readForm(interaction, known, deps));
}

interface Called {
  readonly interaction: ChatInputCommandInteraction | ModalSubmitInteraction;
  readonly command: Command | undefined;
  readonly settings: Settings;
}

async function answer(
  { interaction, command, settings }: Called,
  deps: DiscordDeps,
  read: (command: Command) => Promise<Given>,
): Promise<void> {
  const how = visibilityOf(command, settings);
  await replyWith(interaction, how, deps, (tell) =>
    run({ interaction, command, caller: { ...callerOf(interaction, settings, how), tell } }, deps, read),
  );
}

interface Call extends Omit<Called, 'settings'> {
  readonly caller: Caller & { readonly settings: Settings };
}

async function run(
  { interaction, command, caller }: Call,
  deps: DiscordDeps,
  read: (command: Command) => Promise<Given>,
): Promise<ReplyView | Refusal> {
  if (!command) throw new InputError('This command is not there any more. Type / to see those that are.');
  if (!mayUse(interaction, command, caller.settings))
    throw new InputError(sayWhoMay(`/${command.name}`, caller.settings));
  const { options, form } = await read(command);
  try {
    const valid = validateOptions(command, options);
    const view = await command.run(valid, deps.depsFor(workspaceOf(interaction), caller));
    return { view, page: 1, stateId: null, language: caller.settings.language };
  } catch (error) {
    if (form === null || !(error instanceof AppError)) throw error;
    // What a person filled in is not lost over a slip in it.
    return { refused: describeFailure(error, deps.log, interaction.id), form: { ...form, label: 'Edit' } };
  }
}

async function readOptions(
  interaction: ChatInputCommandInteraction,
  command: Command,
  deps: DiscordDeps,
): Promise<Options> {
  const values: Record<string, unknown> = {};
  for (const { name, type, maxBytes } of optionsOf(command)) {
    if (type === 'file') {
      const attachment = interaction.options.getAttachment(name);
      if (attachment) values[name] = await openAttachment(attachment, maxBytes ?? 0, deps);
    } else {
      const value = readTyped(interaction, { name, type });
      if (value !== undefined) values[name] = value;
    }
  }
  return values;
}

async function openAttachment(
  { url, name, size }: { url: string; name: string; size: number },
  maxBytes: number,
  deps: DiscordDeps,
): Promise<File> {
  if (size > maxBytes) throw tooLarge(maxBytes);
  return new File([await deps.fetchAttachment(url, maxBytes)], name);
}
