import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type LocalizationMap,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../commands/command.ts';
import { optionsOf, type OptionFacts } from '../../commands/options.ts';
import { translateDescription } from '../words/descriptions.ts';
import { CHANNEL_KINDS } from './place.ts';

/** Who may use a command of managers, in Discord's terms. */
export const MANAGERS = PermissionFlagsBits.ManageGuild;

/** The bot is added to a server or brought along by a person, and answers there and in direct messages. */
export const PLACES = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

export function permissionsFor(access: Command['access']): string | null {
  return access === 'managers' ? String(MANAGERS) : null;
}

/**
 * Commands as Discord is told of them: those of two words as subcommands of one, which is for managers alone only where
 * all of them are. The option that is asked for in a form is not among a command's options.
 */
export function declareCommands(
  commands: readonly Command[],
  groups: Readonly<Record<string, string>>,
): readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  const byFirstWord = Map.groupBy(commands, (command) => firstWord(command));
  return [...byFirstWord].map(([name, members]) => declareCommand(name, members, groups));
}

function declareCommand(
  name: string,
  members: readonly Command[],
  groups: Readonly<Record<string, string>>,
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const [only] = members;
  const alone = only !== undefined && only.name === name;
  const forManagers = members.every(({ access }) => access === 'managers');
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...describe(alone ? only.description : (groups[name] ?? name)),
    options: alone ? declareOptions(only) : members.map(declareSubcommand),
    default_member_permissions: permissionsFor(forManagers ? 'managers' : 'everyone'),
    ...PLACES,
  };
}

/** In the languages there are words for, and in English for America, which else may get another one's English. */
function describe(description: string): Described {
  const { de, fr } = translateDescription(description);
  return {
    description,
    description_localizations: {
      'en-US': description,
      ...(de === undefined ? {} : { de }),
      ...(fr === undefined ? {} : { fr }),
    },
  };
}

interface Described {
  readonly description: string;
  readonly description_localizations: LocalizationMap;
}

const firstWord = ({ name }: Command): string => name.split(' ', 1)[0] ?? name;

function declareSubcommand(command: Command): APIApplicationCommandSubcommandOption {
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.name.slice(firstWord(command).length + 1),
    ...describe(command.description),
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
  const base = { name, ...describe(description), required };
  const range = {
    ...(minimum === null ? {} : { min_value: minimum }),
    ...(maximum === null ? {} : { max_value: maximum }),
  };
  if (option.type === 'file') return { ...base, type: ApplicationCommandOptionType.Attachment };
  if (option.type === 'channel')
    return { ...base, type: ApplicationCommandOptionType.Channel, channel_types: [...CHANNEL_KINDS.keys()] };
  if (option.type === 'role') return { ...base, type: ApplicationCommandOptionType.Role };
  if (option.type === 'boolean') return { ...base, type: ApplicationCommandOptionType.Boolean };
  if (option.type === 'integer') return { ...base, ...range, type: ApplicationCommandOptionType.Integer };
  if (option.type === 'number') return { ...base, ...range, type: ApplicationCommandOptionType.Number };
  return declareString(option, autocomplete);
}

function declareString(option: OptionFacts, autocomplete: boolean): APIApplicationCommandBasicOption {
  const { name, description, required, minLength, maxLength, choices, choiceNames } = option;
  const base = {
    type: ApplicationCommandOptionType.String,
    name,
    ...describe(description),
    required,
  } as const;
  if (choices.length > 0)
    return {
      ...base,
      choices: choices.map((choice) => ({ name: choiceNames[choice] ?? choice, value: choice })),
    };
  const length = {
    ...(minLength === null ? {} : { min_length: minLength }),
    ...(maxLength === null ? {} : { max_length: maxLength }),
  };
  return autocomplete ? { ...base, ...length, autocomplete: true } : { ...base, ...length };
}
