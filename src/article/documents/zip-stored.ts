import { crc32 } from 'node:zlib';

/** Names are UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;

/** A zip archive of these parts, stored as they are. After APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
export function zipStored(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const locals: Uint8Array[] = [];
  const entries: Uint8Array[] = [];
  let offset = 0;
  for (const [name, part] of parts) {
    const nameBytes = new TextEncoder().encode(name);
    const common = [
      ...[VERSION, FLAGS, 0, 0, 0].map(short),
      ...[crc32(part), part.length, part.length].map(long),
      ...[nameBytes.length, 0].map(short),
    ];
    const local = [long(0x04034b50), ...common, nameBytes, part];
    locals.push(...local);
    entries.push(long(0x02014b50), short(VERSION), ...common);
    entries.push(...[0, 0, 0].map(short), long(0), long(offset), nameBytes);
    offset += lengthOf(local);
  }
  const counts = [0, 0, parts.size, parts.size].map(short);
  const end = [long(0x06054b50), ...counts, long(lengthOf(entries)), long(offset), short(0)];
  return new Uint8Array(Buffer.concat([...locals, ...entries, ...end]));
}

function short(value: number): Uint8Array {
  return new Uint8Array(Uint16Array.of(value).buffer);
}

function long(value: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(value).buffer);
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
