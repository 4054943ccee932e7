import { InputError } from '../src/errors.ts';
import type { Command } from './command.ts';
import { nearest } from './nearest.ts';
import { optionsOf, type OptionFacts } from './options.ts';
import { validateOptions } from './validate.ts';

/** A command and its validated options, ready for `command.run(options, deps)`. */
export interface CommandCall {
  readonly command: Command;
  readonly options: Record<string, unknown>;
}

/** Where an option starts: its name and a colon at the start of a word. `https://` is a word of a value. */
const OPTION = /(?<=^|\s)([a-z][a-z-]*):(?!\/\/)/g;
/** What is held together by quotation marks is never the start of an option. */
const QUOTED = /"[^"]*"/g;

/**
 * Reads a slash command as a person types it: `/who-denied missile transfer speaker:Kirby since:2024-09-01`. The words
 * before any `name:` belong to the first required option (or, where none is required, to the long one that Discord asks
 * for in a form, or to the only one). `openFile` gets the path that stands for a file. Throws InputError with one sentence on what to mend.
 */
export async function parseLine(
  line: string,
  commands: readonly Command[],
  openFile: (path: string) => Promise<File>,
): Promise<CommandCall> {
  const { command, rest } = readName(line, commands);
  const facts = optionsOf(command);
  const values: Record<string, unknown> = {};
  for (const [option, text] of readPairs(rest, command, facts)) {
    if (option.name in values) throw new InputError(`Give ${option.name} only once.`);
    if (text === '') throw new InputError(`Give ${option.name} a value, as in ${command.example}.`);
    values[option.name] = option.type === 'file' ? await openFile(unquote(text)) : readValue(option, text);
  }
  return { command, options: validateOptions(command, values) };
}

/** The command that a line names with one word or two, and what follows the name. */
function readName(line: string, commands: readonly Command[]): { command: Command; rest: string } {
  const [, first = '', behind = ''] = /^\s*\/?(\S*)\s*(.*)$/s.exec(line) ?? [];
  const [, second = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(behind) ?? [];
  const named = (name: string) => commands.find((candidate) => candidate.name === name);
  const longer = named(`${first} ${second}`);
  if (longer) return { command: longer, rest };
  const command = named(first);
  if (command) return { command, rest: behind };
  const group = commands.some(({ name }) => name.startsWith(`${first} `));
  throw noSuchCommand(group ? `${first} ${second}`.trim() : first, commands);
}

function noSuchCommand(name: string, commands: readonly Command[]): InputError {
  const names = commands.map((candidate) => candidate.name);
  const close = nearest(name, names);
  const offer = close
    ? `Did you mean /${close}?`
    : `Try one of: ${names.map((each) => `/${each}`).join(', ')}.`;
  return new InputError(name === '' ? `Type a command. ${offer}` : `There is no command /${name}. ${offer}`);
}

/** Each option with the text that was typed for it, the leading words first. */
function readPairs(
  rest: string,
  command: Command,
  facts: readonly OptionFacts[],
): readonly (readonly [OptionFacts, string])[] {
  const masked = rest.replaceAll(QUOTED, (quoted) => '"'.repeat(quoted.length));
  const starts = [...masked.matchAll(OPTION)];
  const leading = rest.slice(0, starts[0]?.index ?? rest.length).trim();
  const pairs: (readonly [OptionFacts, string])[] = [];
  if (leading !== '') pairs.push([leadingOption(command, facts), leading]);
  for (const [index, start] of starts.entries()) {
    const from = start.index + start[0].length;
    const text = rest.slice(from, starts[index + 1]?.index ?? rest.length).trim();
    pairs.push([findOption(start[1] ?? '', command, facts), text]);
  }
  return pairs;
}

function leadingOption(command: Command, facts: readonly OptionFacts[]): OptionFacts {
  const [first, second] = facts;
  const option = facts.find((fact) => fact.required) ?? facts.find((fact) => fact.name === command.form);
  if (option) return option;
  if (first && !second) return first;
  throw new InputError(`Name the option that is meant, as in ${command.example}.`);
}

function findOption(name: string, command: Command, facts: readonly OptionFacts[]): OptionFacts {
  const option = facts.find((fact) => fact.name === name);
  if (option) return option;
  const names = facts.map((fact) => fact.name);
  const close = nearest(name, names);
  const offer = close ? `Did you mean ${close}:?` : `It takes ${names.map((each) => `${each}:`).join(', ')}.`;
  throw new InputError(
    `/${command.name} has no option ${name}. ${offer} If it is part of the text, put that in quotation marks.`,
  );
}

/** A topic keeps its quotation marks, for there they make a phrase; other values don't need them. */
function readValue(option: OptionFacts, text: string): unknown {
  if (option.required) return text;
  const value = unquote(text);
  if (option.type === 'boolean' && /^(yes|no|true|false)$/i.test(value)) return /^(yes|true)$/i.test(value);
  if ((option.type === 'integer' || option.type === 'number') && value !== '') return Number(value);
  return value;
}

function unquote(text: string): string {
  return /^"([^"]*)"$/.exec(text)?.[1] ?? text;
}
