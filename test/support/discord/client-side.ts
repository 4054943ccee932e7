import { z } from 'zod';
import { channelJson } from './channels.ts';
import {
  APPLICATION,
  CHANNEL,
  messageJson,
  type Interaction,
  type ShownMessage,
  type ShownModal,
} from './interactions.ts';
import { componentsOf, flattenComponents } from './message-rules.ts';
import type { CommandBody } from './other-rules.ts';
import { roleJson, snowflake, userJson, type Person } from './people.ts';

/** What a person's own Discord program does: it offers and sends only what the registered commands allow. */

export interface FileToAttach {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export type TypedOptions = Readonly<Record<string, string | number | boolean | FileToAttach>>;

/** Where a person types: a server, or a direct message to the bot. */
export interface Place {
  readonly guildId: string | null;
  /** Who installed the bot for themselves, where the server did not. */
  readonly broughtBy?: Person;
}

const OptionBody = z.looseObject({
  type: z.number(),
  name: z.string(),
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
  choices: z.array(z.looseObject({ value: z.union([z.string(), z.number()]) })).nullish(),
});
const ATTACHMENT = 11;
const ROLE = 8;
const CHANNEL_OPTION = 7;

/** The parts of INTERACTION_CREATE that every kind has. */
export function interactionBase(
  interaction: Interaction,
  who: Person,
  { guildId, broughtBy }: Place,
): Readonly<Record<string, unknown>> {
  const user = userJson(who);
  const base = {
    id: interaction.id,
    application_id: APPLICATION,
    token: interaction.token,
    version: 1,
    locale: 'en-US',
    entitlements: [],
    app_permissions: '0',
    attachment_size_limit: 10_485_760,
    channel_id: CHANNEL,
  };
  if (guildId === null) {
    const channel = { id: CHANNEL, type: 1 };
    return { ...base, user, channel, context: 1, authorizing_integration_owners: { 1: who.id } };
  }
  const member = {
    user,
    roles: who.roles,
    permissions: String(who.permissions),
    joined_at: '2024-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
  };
  return {
    ...base,
    member,
    guild_id: guildId,
    guild: { id: guildId, locale: 'en-US', features: [] },
    guild_locale: 'en-US',
    channel: { id: CHANNEL, type: 0, guild_id: guildId, name: 'desk', permissions: '0' },
    context: 0,
    authorizing_integration_owners: broughtBy === undefined ? { 0: guildId } : { 1: broughtBy.id },
  };
}

const SUBCOMMAND = 1;

/** A registered command, or one of its subcommands. */
export interface ChosenCommand {
  readonly command: CommandBody;
  /** Null where the command has none. */
  readonly subcommand: string | null;
}

/** The options that a chosen command declares. */
function declaredOptions({ command, subcommand }: ChosenCommand): readonly z.infer<typeof OptionBody>[] {
  const own = z.array(OptionBody).parse(command.options ?? []);
  if (subcommand === null) return own;
  const chosen = own.find(({ type, name }) => type === SUBCOMMAND && name === subcommand);
  if (!chosen) throw new Error(`/${command.name} has no subcommand ${subcommand}`);
  return z.array(OptionBody).parse(chosen['options'] ?? []);
}

/** What was chosen and typed, as Discord sends it: options of a subcommand stand inside it. */
function typedData(
  { command, subcommand }: ChosenCommand,
  options: readonly object[],
): Readonly<Record<string, unknown>> {
  const typed = subcommand === null ? options : [{ name: subcommand, type: SUBCOMMAND, options }];
  return { id: snowflake(), name: command.name, type: 1, options: typed };
}

/** The data of a command as it is sent. Throws for what a person could not send: a bug in the test. */
export function commandData(
  chosen: ChosenCommand,
  typed: TypedOptions,
  attach: (file: FileToAttach) => string,
): Readonly<Record<string, unknown>> {
  const declared = declaredOptions(chosen);
  const attachments: Record<string, unknown> = {};
  const roles: Record<string, unknown> = {};
  const channels: Record<string, unknown> = {};
  const options = Object.entries(typed).map(([name, value]) => {
    const option = declared.find((each) => each.name === name);
    if (!option) throw new Error(`/${chosen.command.name} has no option ${name}`);
    if (option.type === ROLE && typeof value === 'string') {
      roles[value] = roleJson(value);
      return { name, type: ROLE, value };
    }
    if (option.type === CHANNEL_OPTION && typeof value === 'string') {
      channels[value] = channelJson(value);
      return { name, type: CHANNEL_OPTION, value };
    }
    if (typeof value !== 'object') return { name, type: option.type, value: checkValue(option, value) };
    if (option.type !== ATTACHMENT) throw new Error(`${name} is no attachment`);
    const id = snowflake();
    const url = attach(value);
    attachments[id] = { id, filename: value.name, size: value.bytes.length, url, proxy_url: url };
    return { name, type: option.type, value: id };
  });
  for (const option of declared) {
    if (option.required === true && !(option.name in typed)) throw new Error(`${option.name} is missing`);
  }
  return { ...typedData(chosen, options), resolved: { attachments, roles, channels } };
}

function checkValue(
  option: z.infer<typeof OptionBody>,
  value: string | number | boolean,
): string | number | boolean {
  if (typeof value === 'string') {
    const tooLong = value.length > (option.max_length ?? 6000) || value.length < (option.min_length ?? 0);
    const notOffered = option.choices?.length && !option.choices.some((choice) => choice.value === value);
    if (tooLong || notOffered) throw new Error(`${option.name} can't be ${value}`);
  }
  return value;
}

/** The data of a command while a person types in `focused`. */
export function autocompleteData(
  chosen: ChosenCommand,
  typed: Readonly<Record<string, string>>,
  focused: string,
): Readonly<Record<string, unknown>> {
  const declared = declaredOptions(chosen);
  if (declared.find((option) => option.name === focused)?.autocomplete !== true) {
    throw new Error(`${focused} is not completed while typing`);
  }
  const options = Object.entries(typed).map(([name, value]) => ({
    name,
    type: 3,
    value,
    focused: name === focused,
  }));
  return typedData(chosen, options);
}

/** A message somebody posted, with the headline of the page it links to. */
export interface PostedMessage {
  readonly content: string;
  readonly linkTitle?: string;
}

/** The data of an entry chosen in the menu of a message. */
export function menuData(
  name: string,
  { content, linkTitle }: PostedMessage,
): Readonly<Record<string, unknown>> {
  const id = snowflake();
  const embeds = linkTitle === undefined ? [] : [{ type: 'article', title: linkTitle }];
  const posted = messageJson({ id, flags: 0, body: { content, embeds }, pending: false, edits: 0 });
  return { id: snowflake(), name, type: 3, target_id: id, resolved: { messages: { [id]: posted } } };
}

/** The data of a pressed button, found by what it says. */
export function buttonData(message: ShownMessage, label: string): Readonly<Record<string, unknown>> {
  const components = flattenComponents(componentsOf(message.body));
  const button = components.find((each) => each.type === 2 && each.label === label);
  if (!button) throw new Error(`the message has no button ${label}`);
  return { custom_id: button.custom_id, component_type: 2 };
}

/** The data of a select, found by what it says before anything is chosen, where one of its options was chosen. */
export function selectData(
  message: ShownMessage,
  placeholder: string,
  label: string,
): Readonly<Record<string, unknown>> {
  const components = flattenComponents(componentsOf(message.body));
  const select = components.find((each) => each.type === 3 && each.placeholder === placeholder);
  if (!select) throw new Error(`the message has no select ${placeholder}`);
  const option = select.options?.find((each) => each.label === label);
  if (!option) throw new Error(`${placeholder} has no option ${label}`);
  return { custom_id: select.custom_id, component_type: 3, values: [option.value] };
}

const Field = z.looseObject({
  type: z.number(),
  custom_id: z.string(),
  required: z.boolean().nullish(),
  max_length: z.number().nullish(),
  value: z.string().nullish(),
  options: z.array(z.looseObject({ value: z.string(), default: z.boolean().nullish() })).nullish(),
  default_values: z.array(z.looseObject({ id: z.string() })).nullish(),
});
const STRING_SELECT = 3;
const CHANNEL_SELECT = 8;

/** What a field holds when nobody touches it; several choices with commas between them. */
function filledIn({ value, options, default_values: chosen }: z.infer<typeof Field>): string {
  const preset = options?.filter((option) => option.default === true).map((option) => option.value);
  return value ?? preset?.join(', ') ?? chosen?.map(({ id }) => id).join(', ') ?? '';
}

/** What a form shows, field by field, as a person would find it filled in. */
export function formValues(modal: ShownModal): Readonly<Record<string, string>> {
  const fields = z.array(Field).parse(modal.components.map((component) => component.component));
  return Object.fromEntries(fields.map((field) => [field.custom_id, filledIn(field)]));
}

/** The data of a form that was filled in and sent; what is not given stays as the bot filled it in. */
export function formData(
  modal: ShownModal,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, unknown>> {
  const fields = z.array(Field).parse(modal.components.map((component) => component.component));
  for (const name of Object.keys(values)) {
    if (!fields.some((field) => field.custom_id === name)) throw new Error(`no field ${name}`);
  }
  const channels: Record<string, unknown> = {};
  const components = fields.map((field, index) => {
    const value = values[field.custom_id] ?? filledIn(field);
    if (field.required !== false && value === '') throw new Error(`${field.custom_id} is required`);
    if (value.length > (field.max_length ?? 4000)) throw new Error(`${field.custom_id} is too long`);
    const chosen = value.split(', ').filter((part) => part !== '');
    const known = field.options?.map((option) => option.value) ?? chosen;
    if (field.type === STRING_SELECT && !chosen.every((part) => known.includes(part)))
      throw new Error(`${field.custom_id} can't be ${value}`);
    if (field.type === CHANNEL_SELECT) for (const id of chosen) channels[id] = channelJson(id);
    const filled =
      field.type === STRING_SELECT || field.type === CHANNEL_SELECT ? { values: chosen } : { value };
    return {
      type: 18,
      id: index + 1,
      component: { type: field.type, id: index + 10, custom_id: field.custom_id, ...filled },
    };
  });
  return { custom_id: modal.customId, components, resolved: { channels } };
}
