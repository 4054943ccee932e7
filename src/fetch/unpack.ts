import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { FetchError } from '../errors.ts';

type Unpack = (packed: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const unpackGzip: Unpack = promisify(gunzip);
const unpackBrotli: Unpack = promisify(brotliDecompress);
const unpackZlib: Unpack = promisify(inflate);
const unpackRaw: Unpack = promisify(inflateRaw);

/** "deflate" means zlib's format, but some servers send it without its header. */
const unpackDeflate: Unpack = (packed, options) =>
  ((packed[0] ?? 0) & 0x0f) === 8 ? unpackZlib(packed, options) : unpackRaw(packed, options);

const UNPACK: Readonly<Record<string, Unpack>> = {
  gzip: unpackGzip,
  'x-gzip': unpackGzip,
  br: unpackBrotli,
  deflate: unpackDeflate,
};

/** The encodings that `unpack` knows, as an `accept-encoding` header. */
export const ACCEPT_ENCODING = 'gzip, deflate, br';

export function tooLarge(url: URL, limit: number): FetchError {
  const size = Math.round(limit / 1024 / 1024);
  return new FetchError(
    'too-large',
    `What ${url.host} gives there has more than ${size} MB: give another address.`,
  );
}

/**
 * The bytes of a body that came under a `content-encoding` of one layer, no more than `limit` of them. Throws
 * FetchError when there are more, when the encoding is another, or when it is not what it says.
 */
export async function unpack(
  packed: Uint8Array,
  encoding: string | null,
  { url, limit }: { readonly url: URL; readonly limit: number },
): Promise<Uint8Array> {
  const name = (encoding ?? '').trim().toLowerCase();
  if (name === '' || name === 'identity' || packed.length === 0) {
    if (packed.length > limit) throw tooLarge(url, limit);
    return packed;
  }
  const unpackOne = Object.hasOwn(UNPACK, name) ? UNPACK[name] : undefined;
  const unreadable = `What ${url.host} gives there is packed in a way that can't be read: give another address.`;
  if (unpackOne === undefined) throw new FetchError('not-readable', unreadable);
  try {
    return await unpackOne(packed, { maxOutputLength: limit });
  } catch (cause) {
    if (cause instanceof RangeError) throw tooLarge(url, limit);
    throw new FetchError('broken', unreadable, { cause });
  }
}
