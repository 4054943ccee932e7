import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Command } from '../../commands/command.ts';
import type { DiscordDeps } from './deps.ts';

/** The command that is meant, a subcommand by both its words; undefined for one that is not there any more. */
export function findCommand(
  interaction: AutocompleteInteraction | ChatInputCommandInteraction,
  { commands }: Pick<DiscordDeps, 'commands'>,
): Command | undefined {
  const subcommand = interaction.options.getSubcommand(false);
  const name = subcommand === null ? interaction.commandName : `${interaction.commandName} ${subcommand}`;
  return commands.find((command) => command.name === name);
}
