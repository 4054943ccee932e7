import type { Command, CommandDeps } from '../../commands/command.ts';
import { optionsOf } from '../../commands/options.ts';
import { suggestInList } from '../../commands/suggest-in-list.ts';
import { suggestZones } from '../../commands/zones.ts';

/** Completions of what was typed, and the part of the line that they stand for: readline's own shape. */
export type Completions = [completions: string[], typed: string];

/** The last option of a line and what was typed for it: `speaker:Ma`. */
const LAST_OPTION = /(?<=\s)(?<name>[a-z][a-z-]*):(?<value>[^:]*)$/u;

/** Completes the name of a command, of its options, and the values that an option suggests or is limited to. */
export async function completeLine(
  line: string,
  { commands, words, deps }: { commands: readonly Command[]; words: readonly string[]; deps: CommandDeps },
): Promise<Completions> {
  const [command] = commands
    .filter(({ name }) => line.replace(/^\//u, '').startsWith(`${name} `))
    .toSorted((one, other) => other.name.length - one.name.length);
  if (command === undefined) {
    const names = [...commands.map(({ name }) => `/${name} `), ...words];
    return [startingWith(names, line), line];
  }
  const option = LAST_OPTION.exec(line)?.groups;
  if (option !== undefined) {
    const { name: optionName = '', value = '' } = option;
    const values = await valuesOf(command, optionName, value, deps);
    return [values.map((each) => `${optionName}:${each} `), `${optionName}:${value}`];
  }
  const typed = /\S*$/u.exec(line)?.[0] ?? '';
  return [
    startingWith(
      optionsOf(command).map((each) => `${each.name}:`),
      typed,
    ),
    typed,
  ];
}

async function valuesOf(
  command: Command,
  option: string,
  typed: string,
  deps: CommandDeps,
): Promise<readonly string[]> {
  const suggest = command.suggest?.[option];
  if (suggest === 'speaker') return (await deps.suggestSpeakers(typed)).map(({ id, name }) => id ?? name);
  if (suggest === 'outlet') return deps.suggestOutlets(typed);
  if (suggest === 'speakers' || suggest === 'outlets') return suggestInList(suggest, typed, deps);
  if (suggest === 'topic') return deps.suggestTopics(typed);
  if (suggest === 'quote') return (await deps.suggestQuotes(typed)).map(({ id }) => id);
  if (suggest === 'zone') return suggestZones(typed, 50);
  const choices = optionsOf(command).find((each) => each.name === option)?.choices ?? [];
  return startingWith(choices, typed);
}

function startingWith(candidates: readonly string[], typed: string): string[] {
  return candidates.filter((candidate) => candidate.startsWith(typed));
}
