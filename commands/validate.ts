import type { z } from 'zod';
import { InputError } from '../src/errors.ts';
import type { Command } from './command.ts';

/**
 * The options as the command's schema gives them. Throws InputError with one sentence on what to mend; a sentence that
 * the schema itself states wins over ours.
 */
export function validateOptions<Options extends z.ZodObject>(
  command: Command<Options>,
  values: Readonly<Record<string, unknown>>,
): z.output<Options> {
  const result = command.options.safeParse(values, { error: (issue) => sayIssue(issue, command.example) });
  if (result.success) return result.data;
  throw new InputError(result.error.issues[0]?.message ?? `Try ${command.example}.`);
}

function sayIssue(issue: z.core.$ZodRawIssue, example: string): string {
  const name = String(issue.path?.[0] ?? '');
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return `Give the ${name} too, as in ${example}.`;
  }
  return `${sayRule(issue, name)} Try ${example}.`;
}

function sayRule(issue: z.core.$ZodRawIssue, name: string): string {
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' && issue.minimum === 1) return `Give ${name} a value.`;
    return `${name} should be ${sayBound(issue.origin, Number(issue.minimum), 'at least')}.`;
  }
  if (issue.code === 'too_big')
    return `${name} should be ${sayBound(issue.origin, Number(issue.maximum), 'at most')}.`;
  if (issue.code === 'invalid_value') return `${name} should be one of: ${issue.values.join(', ')}.`;
  if (issue.code === 'invalid_type') return `${name} should be a ${issue.expected}.`;
  if (issue.code === 'unrecognized_keys') return `There is no option called ${issue.keys.join(', ')} here.`;
  return `${name} can't be used as it is.`;
}

function sayBound(origin: string, bound: number, which: 'at least' | 'at most'): string {
  if (origin === 'string') return `${which} ${bound} characters long`;
  if (origin === 'file') return `${which} ${Math.floor(bound / 1_000_000)} MB large`;
  return `${which} ${bound}`;
}
