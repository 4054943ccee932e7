import { expect, it } from 'vitest';
import { wordsOf } from '../../../src/store/words.ts';

it.each([
  ['Missile TRANSFERS, 2024!', 'missile transfers 2024'],
  ['Zürich Zu\u0308rich naïve Łódź Søren Straße', 'zurich zurich naive lodz soren strasse'],
  ["O'Brien’s Sana’a don't", 'obrien sanaa dont'],
  ["Russia's plan, the Iranians' plan", 'russia plan the iranians plan'],
  ['the U.S. and the U.K.’s e.g. A. Smith', 'the us and the uk eg a smith'],
  ['al-Anbiya 1,000 $1.5 AT&T', 'al anbiya 1 000 1 5 at t'],
  ['soft\u00ADhyphen zero\u200Bwidth ﬁne ２０', 'softhyphen zerowidth fine 20'],
  ['Ζελένσκις ИЙ 한국 東京', 'ζελενσκισ ии 한국 東京'],
  ['“…” — 🛰️', ''],
])('reads the words of %j', (text, words) => {
  expect(wordsOf(text).join(' ')).toBe(words);
});
