import type { z } from 'zod';
import { InputError } from '../errors.ts';

/** One line of a stream of JSON objects: what it holds, or what is wrong with it. */
export type JsonLine<Value> =
  | { readonly number: number; readonly value: Value }
  | { readonly number: number; readonly problem: InputError };

/** The longest line that is read, in UTF-16 code units: a file without any line end must not fill the memory. */
const LONGEST_LINE = 40_000_000;

/** Reads JSON objects, one a line; empty lines are passed over. A line that is wrong is told and stops nothing. */
export async function* readJsonLines<Value>(
  stream: AsyncIterable<Uint8Array>,
  schema: z.ZodType<Value>,
  longestLine = LONGEST_LINE,
): AsyncGenerator<JsonLine<Value>> {
  let number = 0;
  for await (const line of readLines(stream, longestLine)) {
    number += 1;
    if (line === null) yield { number, problem: new InputError(`Line ${number} is too long.`) };
    else if (line.trim() !== '') yield readJsonLine(line, number, schema);
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

/**
 * The lines of a stream; null for one that is too long. They end at `\n` alone: Node's readline would also end them at
 * U+2028, which JSON may hold.
 */
async function* readLines(
  stream: AsyncIterable<Uint8Array>,
  longestLine: number,
): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let started: string[] = [];
  let length = 0;
  const add = (piece: string): void => {
    length += piece.length;
    if (length > longestLine) started = [];
    else started.push(piece);
  };
  const take = (): string | null => {
    const line = length > longestLine ? null : started.join('');
    started = [];
    length = 0;
    return line;
  };
  for await (const bytes of stream) {
    const pieces = decoder.decode(bytes, { stream: true }).split('\n');
    for (const piece of pieces.slice(0, -1)) {
      add(piece);
      yield take();
    }
    add(pieces.at(-1) ?? '');
  }
  add(decoder.decode());
  yield take();
}
