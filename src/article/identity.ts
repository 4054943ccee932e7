import { createHash } from 'node:crypto';

/** SHA-256 over the canonical text, in hex: the same text twice is the same article. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
