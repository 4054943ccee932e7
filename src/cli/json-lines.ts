import type { z } from 'zod';
import { InputError } from '../errors.ts';

/** One line of a stream of JSON objects: what it holds, or what is wrong with it. */
export type JsonLine<Value> =
  | { readonly number: number; readonly value: Value }
  | { readonly number: number; readonly problem: InputError };

/** Reads JSON objects, one a line; empty lines are passed over. A line that is wrong is told and stops nothing. */
export async function* readJsonLines<Value>(
  stream: AsyncIterable<Uint8Array>,
  schema: z.ZodType<Value>,
): AsyncGenerator<JsonLine<Value>> {
  let number = 0;
  for await (const line of readLines(stream)) {
    number += 1;
    if (line.trim() !== '') yield readJsonLine(line, number, schema);
  }
}

function readJsonLine<Value>(line: string, number: number, schema: z.ZodType<Value>): JsonLine<Value> {
  const problem = (what: string): JsonLine<Value> => ({
    number,
    problem: new InputError(`Line ${number} ${what}`),
  });
  try {
    const parsed = schema.safeParse(JSON.parse(line));
    if (parsed.success) return { number, value: parsed.data };
    const issue = parsed.error.issues[0];
    return problem(`can't be used: ${issue?.path.join('.') || 'it'}: ${issue?.message}.`);
  } catch {
    return problem('is no JSON object.');
  }
}

/** Lines end at `\n` alone: Node's readline would also end them at U+2028, which JSON may hold. */
async function* readLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let started: string[] = [];
  for await (const bytes of stream) {
    const pieces = decoder.decode(bytes, { stream: true }).split('\n');
    for (const piece of pieces.slice(0, -1)) {
      yield [...started, piece].join('');
      started = [];
    }
    started.push(pieces.at(-1) ?? '');
  }
  yield [...started, decoder.decode()].join('');
}
