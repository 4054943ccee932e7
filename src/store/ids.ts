import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A new id such as `q_k7d3…`: 80 random bits in letters that are safe in URLs and in Discord's custom ids. */
export function newId(kind: 'a' | 'q'): string {
  return `${kind}_${Array.from(randomBytes(16), (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}
