import { InputError } from '../errors.ts';

const TIMEOUT_MS = 20_000;

/**
 * The bytes of a file that somebody attached, from the address Discord gave for it. Throws InputError for a file above
 * `maxBytes`, or one that can't be had in time.
 */
export async function downloadAttachment(url: string, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  let response: Response;
  try {
    response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.ok && response.body) return await readUpTo(response.body, maxBytes);
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    throw new InputError('The file could not be fetched from Discord. Attach it again.', { cause });
  }
  throw new InputError(`Discord does not give the file out (status ${response.status}). Attach it again.`);
}

async function readUpTo(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** What a person is told whose file is too large. */
export function tooLarge(maxBytes: number): InputError {
  return new InputError(
    `The file is larger than ${Math.floor(maxBytes / 1_000_000)} MB. Attach a smaller one.`,
  );
}
