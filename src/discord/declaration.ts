import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../commands/command.ts';
import { optionsOf, type OptionFacts } from '../../commands/options.ts';

/** Who may use a command of managers, in Discord's terms. */
export const MANAGERS = PermissionFlagsBits.ManageGuild;

/** A command as Discord is told of it. The option that is asked for in a form is not among its options. */
export function declareCommand(command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const options = optionsOf(command).filter((option) => option.name !== command.form);
  const suggested = new Set(Object.keys(command.suggest ?? {}));
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description,
    options: [
      ...options.filter((option) => option.required),
      ...options.filter((option) => !option.required),
    ].map((option) => declareOption(option, suggested.has(option.name))),
    default_member_permissions: command.access === 'managers' ? String(MANAGERS) : null,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  };
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
