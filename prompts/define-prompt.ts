import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the head of a prompt file may say; anything else there is an error. */
const FrontMatter = z.strictObject({
  purpose: z.string().min(1),
  version: z.coerce.number().int().min(1),
  temperature: z.coerce.number().min(0).max(2),
  maxOutputTokens: z.coerce.number().int().min(1),
});

/** A versioned prompt: two texts with holes, and the shapes of what goes in and comes out. */
export interface Prompt<Input extends z.ZodObject, Output extends z.ZodType> {
  readonly name: string;
  readonly version: number;
  /** SHA-256 over the file, in hex: stored with everything that the prompt brought about. */
  readonly hash: string;
  readonly temperature: number;
  readonly maxOutputTokens: number;
  readonly input: Input;
  readonly output: Output;
  /** Fills the holes. Throws ZodError when the input has another shape than `input`. */
  render(input: z.output<Input>): { readonly system: string; readonly user: string };
}

const FILE = /^---\n(?<head>.*?)\n---\n+## System\n(?<system>.*?)\n## User\n(?<user>.*)$/s;
const HOLE = /\{\{(\w+)\}\}/g;

function readFrontMatter(head: string): unknown {
  return Object.fromEntries(
    head.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}

function checkHoles(name: string, text: string, keys: readonly string[]): void {
  const holes = new Set([...text.matchAll(HOLE)].map(([, hole]) => hole));
  const missing = keys.filter((key) => !holes.has(key));
  const unknown = [...holes].filter((hole) => hole === undefined || !keys.includes(hole));
  if (missing.length > 0 || unknown.length > 0) {
    throw new Error(
      `The prompt "${name}" and its input disagree: without a hole ${missing.join(', ') || 'none'}; holes without input ${unknown.join(', ') || 'none'}.`,
    );
  }
}

/**
 * Reads a prompt from its file's text and checks that text and shapes agree. Throws Error or ZodError when a part is
 * missing, the head has an unknown key, or the holes are not exactly the keys of `input`.
 */
export function parsePrompt<Input extends z.ZodObject, Output extends z.ZodType>(
  name: string,
  text: string,
  shapes: { readonly input: Input; readonly output: Output },
): Prompt<Input, Output> {
  const parts = FILE.exec(text)?.groups;
  if (parts === undefined) throw new Error(`The prompt "${name}" needs a head, "## System" and "## User".`);
  const { version, temperature, maxOutputTokens } = FrontMatter.parse(readFrontMatter(parts['head'] ?? ''));
  const system = (parts['system'] ?? '').trim();
  const user = (parts['user'] ?? '').trim();
  checkHoles(name, `${system}\n${user}`, Object.keys(shapes.input.shape));
  const hash = createHash('sha256').update(text).digest('hex');
  return {
    name,
    version,
    hash,
    temperature,
    maxOutputTokens,
    ...shapes,
    render(input) {
      const values: Readonly<Record<string, unknown>> = shapes.input.parse(input);
      // One pass over the template: what is filled in is never searched for holes itself.
      const fill = (template: string) =>
        template.replaceAll(HOLE, (_hole, key: string) => String(values[key]));
      return { system: fill(system), user: fill(user) };
    },
  };
}

/** The prompt in `prompts/NAME.md`, see `parsePrompt`. */
export function definePrompt<Input extends z.ZodObject, Output extends z.ZodType>(
  name: string,
  shapes: { readonly input: Input; readonly output: Output },
): Prompt<Input, Output> {
  return parsePrompt(name, readFileSync(new URL(`${name}.md`, import.meta.url), 'utf8'), shapes);
}

/** A shape as draft-7 JSON Schema, as servers take it. */
export function toJsonSchema(shape: z.ZodType): Readonly<Record<string, unknown>> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { target: 'draft-7' });
  return schema;
}
