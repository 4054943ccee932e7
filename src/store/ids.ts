import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

const ID = /^[abdfpqw]_[a-z2-7]{16}$/u;

/** A new id such as `q_k7d3…`: 80 random bits in letters that are safe in URLs and in Discord's custom ids. */
export function newId(kind: 'a' | 'b' | 'd' | 'f' | 'p' | 'q' | 'w'): string {
  return `${kind}_${Array.from(randomBytes(16), (byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}

/** Whether `text` can be an id of ours; nothing else is worth a look into the database. */
export function isId(text: string): boolean {
  return ID.test(text);
}
