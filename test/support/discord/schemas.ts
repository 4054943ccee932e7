import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

type Schema = z.core.$ZodType;

/**
 * Discord's published schemas with unknown keys forbidden at every depth. The package builds its objects when it is
 * loaded, before its own `setStrictObject` could be called, so its text is changed on the way in.
 */
async function loadSchemas(): Promise<Readonly<Record<string, unknown>>> {
  const source = await readFile(fileURLToPath(import.meta.resolve('discord-api-spec/zod')), 'utf8');
  const strict = source
    .replace('let zObject = z.object;', 'let zObject = z.strictObject;')
    .replace('"zod/mini"', JSON.stringify(import.meta.resolve('zod/mini')));
  if (!strict.includes('let zObject = z.strictObject;'))
    throw new Error('discord-api-spec is built differently now');
  const url = `data:text/javascript;base64,${Buffer.from(strict).toString('base64')}`;
  return z.record(z.string(), z.unknown()).parse({ ...(await import(/* @vite-ignore */ url)) });
}

const schemas = await loadSchemas();

/** What the named schema (`MessageCreateRequest`) has against a body: one line each. */
export function checkSchema(name: string, body: unknown): readonly string[] {
  const schema = schemas[`${name}Schema`];
  if (!isSchema(schema)) return [`no schema is called ${name}`];
  const result = z.core.safeParse(schema, body);
  return result.success ? [] : result.error.issues.flatMap((issue) => flatten(issue, []));
}

function isSchema(value: unknown): value is Schema {
  return value instanceof z.core.$ZodType;
}

/** A union's failure is told by the branch that came closest: the one with the fewest, deepest issues. */
function flatten(issue: z.core.$ZodIssue, base: readonly PropertyKey[]): readonly string[] {
  const path = [...base, ...issue.path];
  if (issue.code === 'invalid_union') {
    const branches = issue.errors.map((branch) => branch.flatMap((inner) => flatten(inner, path)));
    return (
      branches.sort((left, right) => mismatch(left) - mismatch(right))[0] ?? [
        `${path.join('.')}: fits nothing`,
      ]
    );
  }
  return [`${path.join('.')}: ${issue.message}`];
}

/** A branch for another `type` is no answer to what is wrong. */
function mismatch(branch: readonly string[]): number {
  return branch.length + (branch.some((line) => /\.?type: /.test(line)) ? 100 : 0);
}
