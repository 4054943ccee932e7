import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { MAX_ARTICLE_BYTES } from '../article/limits.ts';
import { InputError } from '../errors.ts';
import type { Shell } from './verb.ts';

/** The bytes of a file or of standard input, and the name that tells their format. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist: check the path.',
  EISDIR: 'is a folder: name a file in it.',
  EACCES: 'may not be read: check its permissions.',
};

/** Whether a word of the command line is to be fetched from the web. */
export function isWebAddress(word: string): boolean {
  return /^https?:\/\//iu.test(word);
}

/** Reads `path`, or standard input for `-`; a `.gz` file is unpacked. Throws InputError when that can't be done. */
export async function readInput(path: string, shell: Shell): Promise<Input> {
  if (path === '-') return { bytes: await readStart(shell.stdin), fileName: null };
  if (isWebAddress(path)) {
    throw new InputError(`${path} is a web address: save the page and give its file.`);
  }
  const bytes = await readStart(openInput(path, shell));
  const fileName = basename(path);
  if (!/\.gz$/iu.test(fileName)) return { bytes, fileName };
  return { bytes: await unpack(bytes, path), fileName: fileName.slice(0, -3) };
}

/** The stream of `path`, or standard input for `-`; reading it throws InputError where the file can't be read. */
export async function* openInput(path: string, shell: Shell): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of path === '-' ? shell.stdin : createReadStream(path)) yield toBytes(chunk);
  } catch (cause) {
    throw sayUnreadable(path, cause);
  }
}

/** What to tell of a file or folder that the system does not give. */
export function sayUnreadable(path: string, cause: unknown): InputError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return new InputError(`The file ${path} ${PROBLEMS[code] ?? `can't be read (${code}).`}`, { cause });
}

function toBytes(chunk: unknown): Uint8Array {
  return chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
}

/** All bytes, or as many as it takes to see that there are too many. */
async function readStart(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = toBytes(chunk);
    chunks.push(bytes);
    length += bytes.length;
    if (length > MAX_ARTICLE_BYTES) break;
  }
  return Buffer.concat(chunks);
}

async function unpack(bytes: Uint8Array, path: string): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: MAX_ARTICLE_BYTES });
  } catch (cause) {
    const tooLarge = cause instanceof RangeError;
    const problem = tooLarge ? 'unpacks to more than the 10 MB of an article.' : 'is no gzip file.';
    throw new InputError(`The file ${path} ${problem}`, { cause });
  }
}
