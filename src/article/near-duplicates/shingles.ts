/** A sign of a script written without spaces is a word of its own; elsewhere letters, digits and their marks make one. */
const WORD =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/gv;

/** A copy of a longer text is known by its beginning. */
const MAX_WORDS = 100_000;

const WORDS_A_SHINGLE = 3;

/**
 * A 31-bit hash of every run of three words, in the order of the text, without regard to letter case and punctuation.
 * Takes time linear in the text.
 */
export function shinglesOf(text: string): Uint32Array {
  const words = new Uint32Array(MAX_WORDS);
  let count = 0;
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    if (count === MAX_WORDS) break;
    words[count] = hashWord(word);
    count += 1;
  }
  const shingles = new Uint32Array(Math.max(0, count - WORDS_A_SHINGLE + 1));
  for (let at = 0; at < shingles.length; at += 1) {
    let hash = 0;
    for (let word = at; word < at + WORDS_A_SHINGLE; word += 1) hash = mix(hash ^ (words[word] ?? 0));
    shingles[at] = hash >>> 1;
  }
  return shingles;
}

/** FNV-1a over UTF-16 units. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The last steps of MurmurHash3: each bit of the input changes about half of the output's. The constant tells the places apart. */
function mix(value: number): number {
  let hash = (value + 0x9e3779b9) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
