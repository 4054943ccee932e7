import { z } from 'zod';
import { InputError } from '../src/errors.ts';
import type { ListedItem } from '../src/records/view.ts';
import type { Command } from './command.ts';
import { nearest } from './nearest.ts';
import { optionsOf } from './options.ts';

const options = z.strictObject({
  command: z.string().trim().max(65).optional().describe('The command to explain, such as who-denied'),
});

/** What can be asked, made from the declarations of `commands`, so that it is never behind them. */
export function createHelp(commands: readonly Command[]): Command<typeof options> {
  return {
    name: 'help',
    description: 'What this bot can do, with an example of each command',
    options,
    access: 'everyone',
    visibility: 'only-you',
    example: '/help who-denied',
    run({ command: typed }) {
      const name = typed?.replace(/^\//u, '') ?? null;
      const told = name === null ? commands.map(tellBriefly) : [tellWhole(find(name, commands))];
      return Promise.resolve({
        kind: 'listing',
        listing: {
          title: name === null ? 'What you can ask' : `/${name}`,
          items: told,
          note:
            name === null
              ? 'Everything shown is a stored quote, to the letter. /help with a command’s name tells its options.'
              : null,
        },
      });
    },
  };
}

function find(name: string, commands: readonly Command[]): Command {
  const found = commands.find((command) => command.name === name);
  if (found) return found;
  const close = nearest(
    name,
    commands.map((command) => command.name),
  );
  throw new InputError(
    close === null
      ? `There is no command /${name}. Try /help.`
      : `There is no command /${name}. Did you mean /${close}?`,
  );
}

function tellBriefly({ name, description, example, access }: Command): ListedItem {
  return {
    name: `/${name}`,
    facts: [description, example, ...(access === 'managers' ? ['For those who may store'] : [])],
  };
}

function tellWhole(command: Command): ListedItem {
  const told = optionsOf(command).map(
    ({ name, required, description }) => `${required ? name : `[${name}]`}: ${description}`,
  );
  return { name: command.description, facts: [`Example: ${command.example}`, ...told] };
}
