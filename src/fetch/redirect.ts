import { InputError } from '../errors.ts';
import { guardUrl, leadsAstray, readWebAddress } from './guard-url.ts';
import type { FetchSettings } from './settings.ts';
import type { Visit } from './visit.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

export const isPermanent = ({ status }: Visit): boolean => PERMANENT.has(status);

/** Headers come as one letter a byte; addresses in them are UTF-8 where they are that. */
function readUtf8(header: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(header, 'latin1'));
  } catch {
    return header;
  }
}

/** Where an answer sends its reader on to; null for an answer that stands. Throws FetchError for what is never opened. */
export function nextUrl(url: URL, answer: Visit, settings: FetchSettings): URL | null {
  const location = REDIRECTS.has(answer.status) ? answer.header('location') : null;
  if (location === null) return null;
  const written = readUtf8(location);
  try {
    const next = readWebAddress(URL.parse(written, url.href)?.href ?? written);
    guardUrl(next, settings);
    return next;
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw leadsAstray(url, cause);
  }
}
