import {
  PermissionsBitField,
  type ChatInputCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Command } from '../../commands/command.ts';
import { optionsOf } from '../../commands/options.ts';
import { validateOptions } from '../../commands/validate.ts';
import { InputError } from '../errors.ts';
import { tooLarge } from './attachment.ts';
import { readFormId } from './custom-id.ts';
import { findCommand } from './find-command.ts';
import { MANAGERS } from './declaration.ts';
import type { DiscordDeps } from './deps.ts';
import { needsForm, readForm, showForm } from './form.ts';
import type { Tell } from './progress.ts';
import { replyWith, type ReplyView } from './reply.ts';
import { workspaceOf } from './workspace.ts';

type Options = Readonly<Record<string, unknown>>;

/** Answers a slash command, or asks for its long option first. */
export async function answerCommand(
  interaction: ChatInputCommandInteraction,
  deps: DiscordDeps,
): Promise<void> {
  const command = findCommand(interaction, deps);
  if (command && mayUse(interaction, command) && needsForm(interaction, command)) {
    return showForm(interaction, command, deps);
  }
  await replyWith(interaction, command?.visibility ?? 'only-you', deps, (tell) =>
    run(interaction, command, { ...deps, tell }, (known) => readOptions(interaction, known, deps)),
  );
}

/** Answers the form that a command asked for its long option with. */
export async function answerForm(interaction: ModalSubmitInteraction, deps: DiscordDeps): Promise<void> {
  const command = deps.commands.find((candidate) => candidate.name === readFormId(interaction.customId));
  await replyWith(interaction, command?.visibility ?? 'only-you', deps, (tell) =>
    run(interaction, command, { ...deps, tell }, (known) => Promise.resolve(readForm(interaction, known))),
  );
}

async function run(
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  command: Command | undefined,
  deps: DiscordDeps & { readonly tell: Tell },
  read: (command: Command) => Promise<Options>,
): Promise<ReplyView> {
  if (!command) throw new InputError('This command is not there any more. Type / to see those that are.');
  if (!mayUse(interaction, command)) {
    throw new InputError(`/${command.name} is for those who may manage this server (Manage Server).`);
  }
  const options = validateOptions(command, await read(command));
  const view = await command.run(options, deps.depsFor(workspaceOf(interaction), deps.tell));
  return { view, page: 1, stateId: null };
}

/** Servers can open a command to others than it is declared for, so it is checked again. Direct messages are one's own. */
function mayUse(
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  { access }: Command,
): boolean {
  if (access === 'everyone' || interaction.guildId === null) return true;
  return new PermissionsBitField(interaction.memberPermissions ?? 0n).has(MANAGERS);
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
      const value = interaction.options.get(name)?.value;
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
