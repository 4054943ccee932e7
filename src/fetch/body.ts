import { tooLarge } from './unpack.ts';

/** The bytes of a body as they come over the wire. Throws FetchError as soon as there are more than `limit`. */
export async function readBody(
  body: AsyncIterable<Uint8Array>,
  { url, limit }: { readonly url: URL; readonly limit: number },
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limit) throw tooLarge(url, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
