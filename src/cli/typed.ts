import { parseArgs } from 'node:util';
import { nearest } from '../../commands/nearest.ts';
import { InputError } from '../errors.ts';
import type { Typed, Verb } from './verb.ts';

/** Reads the arguments after a verb. Throws InputError for an option it does not have or that lacks its value. */
export function readTyped(verb: Verb, args: readonly string[]): Typed {
  const options = Object.fromEntries(
    [...verb.options, { name: 'help', help: '', value: undefined }].map(({ name, value }) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const texts = new Map<string, string>();
  const switches = new Set<string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const declared = options[token.name];
    if (declared === undefined) throw new InputError(sayUnknown(verb, token.rawName, Object.keys(options)));
    if (declared.type === 'boolean') switches.add(token.name);
    else if (token.value === undefined || token.value === '') {
      throw new InputError(`Give ${token.rawName} a value: see onrecord ${verb.name} --help.`);
    } else texts.set(token.name, token.value);
  }
  return { words, text: (option) => texts.get(option), isOn: (option) => switches.has(option) };
}

function sayUnknown(verb: Verb, typed: string, names: readonly string[]): string {
  const close = nearest(typed.replace(/^-+/u, ''), names);
  const offer = close === null ? `See onrecord ${verb.name} --help.` : `Did you mean --${close}?`;
  return `onrecord ${verb.name} has no option ${typed}. ${offer}`;
}
