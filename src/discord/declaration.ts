import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../commands/command.ts';
import { optionsOf, type OptionFacts } from '../../commands/options.ts';

/** Who may use a command of managers, in Discord's terms. */
export const MANAGERS = PermissionFlagsBits.ManageGuild;

/**
 * Commands as Discord is told of them: those of two words as subcommands of one, which is for managers alone only where
 * all of them are. The option that is asked for in a form is not among a command's options.
 */
export function declareCommands(
  commands: readonly Command[],
  groups: Readonly<Record<string, string>>,
): readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  const byFirstWord = Map.groupBy(commands, (command) => firstWord(command));
  return [...byFirstWord].map(([name, members]) => {
    const [only] = members;
    const alone = only !== undefined && only.name === name;
    return {
      type: ApplicationCommandType.ChatInput,
      name,
      description: alone ? only.description : (groups[name] ?? name),
      options: alone ? declareOptions(only) : members.map(declareSubcommand),
      default_member_permissions: members.every(({ access }) => access === 'managers')
        ? String(MANAGERS)
        : null,
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    };
  });
}

const firstWord = ({ name }: Command): string => name.split(' ', 1)[0] ?? name;

function declareSubcommand(command: Command): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.name.slice(firstWord(command).length + 1),
    description: command.description,
    options: declareOptions(command),
  };
}

function declareOptions(command: Command): APIApplicationCommandBasicOption[] {
  const options = optionsOf(command).filter((option) => option.name !== command.form);
  const suggested = new Set(Object.keys(command.suggest ?? {}));
  return [
    ...options.filter((option) => option.required),
    ...options.filter((option) => !option.required),
  ].map((option) => declareOption(option, suggested.has(option.name)));
}

function declareOption(option: OptionFacts, autocomplete: boolean): APIApplicationCommandBasicOption {
  const { name, description, required, minimum, maximum } = option;
  const base = { name, description, required };
  const range = {
    ...(minimum === null ? {} : { min_value: minimum }),
    ...(maximum === null ? {} : { max_value: maximum }),
  };
  if (option.type === 'file') return { ...base, type: ApplicationCommandOptionType.Attachment };
  if (option.type === 'boolean') return { ...base, type: ApplicationCommandOptionType.Boolean };
  if (option.type === 'integer') return { ...base, ...range, type: ApplicationCommandOptionType.Integer };
  if (option.type === 'number') return { ...base, ...range, type: ApplicationCommandOptionType.Number };
  return declareString(option, autocomplete);
}

function declareString(option: OptionFacts, autocomplete: boolean): APIApplicationCommandBasicOption {
  const { name, description, required, minLength, maxLength, choices } = option;
  const base = { type: ApplicationCommandOptionType.String, name, description, required } as const;
  if (choices.length > 0)
    return { ...base, choices: choices.map((choice) => ({ name: choice, value: choice })) };
  const length = {
    ...(minLength === null ? {} : { min_length: minLength }),
    ...(maxLength === null ? {} : { max_length: maxLength }),
  };
  return autocomplete ? { ...base, ...length, autocomplete: true } : { ...base, ...length };
}
