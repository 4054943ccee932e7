import { z } from 'zod';
import { checkComponents, componentsOf, type ComponentBody } from './message-rules.ts';

/** Discord's written limits for modals, autocomplete and commands, which its schemas don't state. */

const TextInput = z.looseObject({
  label: z.string().nullish(),
  value: z.string().nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
});

export function checkModal(data: unknown): readonly string[] {
  const components = componentsOf(data);
  const bad = checkComponents(components);
  if (components.length > 5) bad.push('a modal has at most 5 components');
  for (const component of components) bad.push(...checkField(component));
  return bad;
}

function checkField(component: ComponentBody): readonly string[] {
  if (component.type === 1)
    return component.components?.every((input) => input.label) ? [] : ['a field has no label'];
  if (component.type !== 18 || !component.component) return [];
  const input = TextInput.parse(component.component);
  const length = input.value?.length ?? 0;
  return [
    ...(input.label ? ['a field in a label has no label of its own'] : []),
    ...(length > (input.max_length ?? 4000) ? ['a field is filled beyond its max_length'] : []),
    ...((input.min_length ?? 0) > (input.max_length ?? 4000) ? ['min_length is above max_length'] : []),
  ];
}

const Choice = z.looseObject({ name: z.string(), value: z.union([z.string(), z.number()]) });

export function checkChoices(data: unknown): readonly string[] {
  const choices = z.looseObject({ choices: z.array(Choice).nullish() }).parse(data).choices ?? [];
  return choices.flatMap(({ name, value }) => checkChoice(name, String(value)));
}

function checkChoice(name: string, value: string): readonly string[] {
  const bad: string[] = [];
  if (name.trim() === '' || name.length > 100) bad.push(`a choice's name has ${name.length} characters`);
  if (value === '' || value.length > 100) bad.push(`a choice's value has ${value.length} characters`);
  return bad;
}

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const Option = z.looseObject({
  name: z.string(),
  description: z.string(),
  required: z.boolean().nullish(),
  autocomplete: z.boolean().nullish(),
  choices: z.array(Choice).nullish(),
  min_length: z.number().nullish(),
  max_length: z.number().nullish(),
});
export const CommandBody = z.looseObject({
  name: z.string(),
  type: z.number().nullish(),
  description: z.string().nullish(),
  options: z.array(z.looseObject({ ...Option.shape, type: z.number() })).nullish(),
  default_member_permissions: z.string().nullish(),
});
export type CommandBody = z.infer<typeof CommandBody>;

export function checkCommands(commands: readonly CommandBody[]): readonly string[] {
  const names = commands.map((command) => `${command.type ?? 1} ${command.name}`);
  return [
    ...(commands.length > 130 ? ['too many commands'] : []),
    ...(new Set(names).size < names.length ? ['a command is there twice'] : []),
    ...commands.flatMap(checkCommand),
  ];
}

function checkCommand(command: CommandBody): readonly string[] {
  const options = command.options ?? [];
  const names = options.map((option) => option.name);
  const firstOptional = options.findIndex((option) => option.required !== true);
  const bad = options.flatMap(checkOption);
  if ((command.type ?? 1) === 1 && !isName(command.name)) bad.push(`not a command's name: ${command.name}`);
  if ((command.type ?? 1) === 1 && !command.description) bad.push(`${command.name} has no description`);
  if (new Set(names).size < names.length) bad.push(`${command.name} has an option twice`);
  if (firstOptional >= 0 && options.slice(firstOptional).some((option) => option.required === true)) {
    bad.push(`${command.name} has a required option after an optional one`);
  }
  if (textLength(command) > 8000) bad.push(`${command.name} is longer than 8000 in all`);
  return bad;
}

function checkOption(option: z.infer<typeof Option>): string[] {
  const bad: string[] = [];
  if (!isName(option.name)) bad.push(`not an option's name: ${option.name}`);
  if (option.autocomplete === true && option.choices?.length)
    bad.push(`${option.name} has choices and autocomplete`);
  if ((option.min_length ?? 0) > (option.max_length ?? 6000))
    bad.push(`${option.name} has min_length above max_length`);
  bad.push(...checkChoices({ choices: option.choices }));
  return bad;
}

function isName(name: string): boolean {
  return NAME.test(name) && name === name.toLowerCase();
}

function textLength(command: CommandBody): number {
  const texts = [command.name, command.description ?? ''];
  for (const option of command.options ?? []) {
    texts.push(
      option.name,
      option.description,
      ...(option.choices ?? []).flatMap(({ name, value }) => [name, String(value)]),
    );
  }
  return texts.join('').length;
}
