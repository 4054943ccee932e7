import type { Speaker } from '../../records/quote.ts';
import { wordsOf } from '../words.ts';

/** What stands before a name without being a part of it. */
const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady president minister premier chancellor senator governor mayor ambassador secretary general gen colonel col admiral major captain lieutenant sergeant king queen prince princess pope'.split(
    ' ',
  ),
);
const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&.]+$/u;

/** The words of a name as it is compared, without titles. */
export function keyOfName(name: string): string {
  const words = wordsOf(name);
  const first = words.findIndex((word) => !TITLES.has(word));
  return words.slice(Math.max(0, first)).join(' ');
}

/**
 * What a speaker is known by in other articles: the whole name. Null for one who can't be known again: unnamed, or with
 * no more than a surname. A single word is a name of its own in an acronym (NATO) or behind an article (the Kremlin).
 */
export function speakerKey({ name, anonymous, text }: Speaker): string | null {
  if (name === null || anonymous) return null;
  const key = keyOfName(name);
  const isWhole =
    key.includes(' ') || ACRONYM.test(name) || (/^the\s/iu.test(text) && keyOfName(text) === `the ${key}`);
  return key !== '' && isWhole ? key : null;
}
