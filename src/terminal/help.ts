import type { Command } from '../../commands/command.ts';
import { optionsOf } from '../../commands/options.ts';

/** What can be typed at the prompt: every command with its options, made from the commands' own declarations. */
export function sayPromptHelp(commands: readonly Command[]): string {
  const told = commands.map((command) => {
    const options = optionsOf(command).map(({ name, required, description }) => {
      const label = required ? name : `[${name}]`;
      return `    ${label.padEnd(12)}${description}`;
    });
    return [`/${command.name}: ${command.description}`, ...options, `    e.g. ${command.example}`].join('\n');
  });
  return [
    ...told,
    'source NUMBER: show where a quote of the last answer stands in its article',
    'help, exit: this text; leave',
    'Tab completes commands, options, speakers and outlets; the arrow keys bring back earlier lines.',
  ].join('\n\n');
}
