import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Shot } from './draw-message.ts';

/** Where the pictures lie, and what each was drawn of. */
export const SCREENSHOTS = import.meta.dirname;
export const DIGESTS = join(SCREENSHOTS, 'digests.json');

/** What a picture shows, in a few letters: it changes when the message does. */
export function digestOf({ body }: Pick<Shot, 'body'>): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 16);
}
