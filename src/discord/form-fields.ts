import {
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
  type APILabelComponent,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Command } from '../../commands/command.ts';
import { optionsOf, type OptionFacts } from '../../commands/options.ts';
import type { FormField } from '../records/form.ts';
import { CHANNEL_KINDS, kindOfChannel } from './place.ts';

/** Characters of a field that is typed into. */
const FIELD_LENGTH = 4000;

/** A form's fields with the options of the command that they stand for. */
function withOptions(
  command: Command,
  fields: readonly FormField[],
): readonly (readonly [FormField, OptionFacts])[] {
  const options = new Map(optionsOf(command).map((option) => [option.name, option]));
  return fields.map((field) => {
    const option = options.get(field.name);
    if (option === undefined) throw new Error(`/${command.name} has no option ${field.name}`);
    return [field, option];
  });
}

/** Fields as Discord shows them. */
export function showFields(command: Command, fields: readonly FormField[]): APILabelComponent[] {
  return withOptions(command, fields).map(([field, option]) =>
    showField(field, option, option.name === command.form),
  );
}

/** A list to choose from, a channel, or a text. */
function showField(field: FormField, option: OptionFacts, isLong: boolean): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: option.name.charAt(0).toUpperCase() + option.name.slice(1),
    description: option.description,
    component:
      field.choices === undefined
        ? option.type === 'channel'
          ? channelSelect(field)
          : textInput(option, field, isLong)
        : stringSelect(field, field.choices),
  };
}

function textInput(
  option: OptionFacts,
  { values }: FormField,
  isLong: boolean,
): APILabelComponent['component'] {
  const limit = Math.min(option.maxLength ?? FIELD_LENGTH, FIELD_LENGTH);
  const [typed] = values;
  return {
    type: ComponentType.TextInput,
    custom_id: option.name,
    style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: isLong || option.required,
    max_length: limit,
    ...(typed === undefined ? {} : { value: typed.slice(0, limit) }),
  };
}

function stringSelect(
  { name, values, several = false }: FormField,
  choices: NonNullable<FormField['choices']>,
): APILabelComponent['component'] {
  return {
    type: ComponentType.StringSelect,
    custom_id: name,
    required: !several,
    min_values: several ? 0 : 1,
    max_values: several ? choices.length : 1,
    options: choices.map((choice) => ({ ...choice, default: values.includes(choice.value) })),
  };
}

function channelSelect({ name, values }: FormField): APILabelComponent['component'] {
  const [id] = values[0]?.split(' ') ?? [];
  return {
    type: ComponentType.ChannelSelect,
    custom_id: name,
    required: true,
    channel_types: [...CHANNEL_KINDS.keys()],
    ...(id === undefined ? {} : { default_values: [{ id, type: SelectMenuDefaultValueType.Channel }] }),
  };
}

/** Fields with what they hold now. */
export function readFields(
  { fields: given }: ModalSubmitInteraction,
  command: Command,
  fields: readonly FormField[],
): FormField[] {
  return withOptions(command, fields).map(([field, option]) => readField(given, field, option));
}

function readField(
  fields: ModalSubmitInteraction['fields'],
  field: FormField,
  option: OptionFacts,
): FormField {
  const { name } = field;
  if (field.choices !== undefined) return { ...field, values: [...fields.getStringSelectValues(name)] };
  if (option.type === 'channel') {
    const chosen = [...(fields.getSelectedChannels(name)?.values() ?? [])];
    const values = chosen.map(({ id, type, ...channel }) => {
      const title = 'name' in channel ? String(channel.name) : id;
      return `${id} ${kindOfChannel(type) ?? type} ${title}`;
    });
    return { ...field, values };
  }
  const typed = fields.getTextInputValue(name);
  return { ...field, values: typed === '' ? [] : [typed] };
}
