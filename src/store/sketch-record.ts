import type { Sketch } from '../records/sketch.ts';

/** A sketch as base64 of 32-bit numbers, least significant byte first. */
export function encodeSketch(sketch: Sketch): string {
  const bytes = Buffer.alloc(sketch.length * 4);
  sketch.forEach((hash, index) => bytes.writeUInt32LE(hash, index * 4));
  return bytes.toString('base64');
}

export function decodeSketch(record: string): Sketch {
  const bytes = Buffer.from(record, 'base64');
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4));
}
