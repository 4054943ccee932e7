import { nearest } from '../../commands/nearest.ts';
import { InputError } from '../errors.ts';
import { sayHelp, sayVerbHelp } from './help.ts';
import { describeError } from './report-error.ts';
import { readTyped } from './typed.ts';
import { EXIT, type Shell, type Verb } from './verb.ts';
import { VERBS } from './verbs.ts';

/** Runs the command line. Resolves to the exit code: 0 done, 1 a failure, 2 bad input; tells each error in one line. */
export async function runCommandLine(args: readonly string[], shell: Shell): Promise<number> {
  try {
    const [name = '--help', ...rest] = args;
    if (['--help', '-h', 'help'].includes(name)) {
      await shell.print(sayHelp(VERBS));
      return EXIT.done;
    }
    const verb = findVerb(name);
    const typed = readTyped(verb, rest);
    if (!typed.isOn('help')) return await verb.run(typed, shell);
    await shell.print(sayVerbHelp(verb));
    return EXIT.done;
  } catch (error) {
    const { message, exitCode, bug } = describeError(error);
    shell.warn(message);
    if (bug !== null) shell.log.debug('a bug', bug);
    return exitCode;
  }
}

function findVerb(name: string): Verb {
  const verb = VERBS.find((candidate) => candidate.name === name);
  if (verb !== undefined) return verb;
  const names = VERBS.map((candidate) => candidate.name);
  const close = nearest(name, names);
  const offer = close === null ? `Try one of: ${names.join(', ')}.` : `Did you mean ${close}?`;
  throw new InputError(`There is no verb ${name}. ${offer}`);
}
