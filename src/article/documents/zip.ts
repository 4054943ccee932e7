import { inflateRawSync } from 'node:zlib';
import { InputError } from '../../errors.ts';

/** Which parts of an archive are wanted, and how many bytes they may unpack to in all. */
export interface ZipRequest {
  readonly isWanted: (name: string) => boolean;
  readonly limit: number;
  /** Names the archive in the sentence of an InputError. */
  readonly label: string;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** The end record's own length, and that with the longest comment behind it. */
const END_LENGTH = 22;
const LONGEST_END = END_LENGTH + 0xffff;
const MAX_ENTRIES = 10_000;

/**
 * The wanted parts of a zip archive, unpacked, by their names. What the archive says of sizes is not believed: unpacking
 * stops at the limit. Throws InputError when the archive is damaged, holds a password or unpacks to more.
 * After the format's specification, APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function unzip(
  bytes: Uint8Array,
  { isWanted, limit, label }: ZipRequest,
): ReadonlyMap<string, Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Uint8Array>();
  let left = limit;
  try {
    for (const entry of listEntries(view, bytes)) {
      if (!isWanted(entry.name) || parts.has(entry.name)) continue;
      const part = unpack(packedBytes(view, bytes, entry), entry, left);
      left -= part.length;
      parts.set(entry.name, part);
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const isTooLarge = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE';
    const size = `${Math.round(limit / 1024 / 1024)} MB`;
    const problem = isTooLarge
      ? `unpacks to more than ${size}: save its words as text.`
      : 'is damaged: open it and save it again.';
    throw new InputError(`${label} ${problem}`, { cause });
  }
  return parts;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedLength: number;
  readonly offset: number;
  readonly isEncrypted: boolean;
}

function* listEntries(view: DataView, bytes: Uint8Array): Generator<Entry> {
  const end = findEnd(view);
  const count = Math.min(view.getUint16(end + 10, true), MAX_ENTRIES);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new RangeError('No entry where one should be.');
    const nameLength = view.getUint16(at + 28, true);
    yield {
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packedLength: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, view.byteLength - LONGEST_END); at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new RangeError('No end of a zip archive.');
}

function packedBytes(view: DataView, bytes: Uint8Array, { offset, packedLength }: Entry): Uint8Array {
  if (view.getUint32(offset, true) !== LOCAL_SIGNATURE) throw new RangeError('No part where one should be.');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedLength > bytes.length) throw new RangeError('A part ends behind the archive.');
  return bytes.subarray(start, start + packedLength);
}

function unpack(packed: Uint8Array, { method, isEncrypted }: Entry, left: number): Uint8Array {
  if (isEncrypted) throw new RangeError('A part holds a password.');
  if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
  if (method !== 0) throw new RangeError('A part is packed in a way that documents do not use.');
  if (packed.length > left)
    throw Object.assign(new RangeError('Too large.'), { code: 'ERR_BUFFER_TOO_LARGE' });
  return packed;
}
