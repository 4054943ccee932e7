import { z } from 'zod';
import type { Command } from './command.ts';

/** What JSON Schema says of one option, as far as a command may use it. */
const Property = z.object({
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  description: z.string(),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
  choiceNames: z.record(z.string(), z.string()).optional(),
  minLength: z.int().optional(),
  maxLength: z.int().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

const OptionsSchema = z.object({
  properties: z.record(z.string(), Property),
  required: z.array(z.string()).default([]),
});

/** One option of a command as its zod schema declares it: what Discord, the terminal's completion and the help are told. */
export interface OptionFacts {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'file' | 'role' | 'channel';
  readonly choices: readonly string[];
  /** How a list shows the choices that have a name besides their value. */
  readonly choiceNames: Readonly<Record<string, string>>;
  /** In characters; null for anything but a string. */
  readonly minLength: number | null;
  readonly maxLength: number | null;
  /** Of a file; null for anything else. */
  readonly maxBytes: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/**
 * The options of a command in the order they are declared, read from its zod schema, so that every limit is stated once.
 * Throws a plain Error for an option without a description or of a type no entrance can ask for: a bug in the command.
 */
export function optionsOf(command: Command): readonly OptionFacts[] {
  const schema = OptionsSchema.parse(z.toJSONSchema(command.options, { io: 'input' }));
  return Object.entries(schema.properties).map(([name, property]) => {
    const isFile = property.format === 'binary';
    return {
      name,
      description: property.description,
      required: schema.required.includes(name),
      type: isFile
        ? 'file'
        : property.format === 'role' || property.format === 'channel'
          ? property.format
          : property.type,
      choices: property.enum ?? [],
      choiceNames: property.choiceNames ?? {},
      minLength: isFile ? null : (property.minLength ?? null),
      maxLength: isFile ? null : (property.maxLength ?? null),
      maxBytes: isFile ? (property.maxLength ?? null) : null,
      minimum: property.minimum ?? null,
      maximum: property.maximum ?? null,
    };
  });
}
