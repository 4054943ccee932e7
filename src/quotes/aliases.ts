const BRACKETED = /\s?\((?:the )?["“]?(\p{Lu}[\p{Lu}\p{Ll}\d&.-]{1,9})["”]?\)/gu;
const LONGEST_NAME = 120;
const LETTER = /^\p{L}/u;

function initials(name: string): string {
  return name
    .split(/[\s-]+/u)
    .filter((word) => LETTER.test(word))
    .map((word) => word.charAt(0).toLowerCase())
    .join('');
}

/** Whether the capitals of `short` follow each other in the first letters of `name`, beginning with its first. */
function abbreviates(short: string, name: string): boolean {
  const capitals = short.replaceAll(/[^\p{Lu}]/gu, '').toLowerCase();
  const letters = initials(name);
  if (capitals.length < 2 || capitals.charAt(0) !== letters.charAt(0)) return false;
  let at = 0;
  for (const letter of capitals) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The longest of `names` that `words` end with. */
function nameAtEnd(words: string, names: ReadonlySet<string>): string | null {
  for (let start = 0; start >= 0 && start < words.length; start = words.indexOf(' ', start) + 1) {
    const name = words.slice(start);
    if (names.has(name)) return name;
    if (!name.includes(' ')) break;
  }
  return null;
}

/**
 * The acronyms that a text gives names in brackets right behind them, as in "the European Commission (EC)". One pass over
 * the text, however many names there are.
 */
export function findAliases(
  text: string,
  names: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const match of text.matchAll(BRACKETED)) {
    const short = match[1] ?? '';
    const before = text.slice(Math.max(0, match.index - LONGEST_NAME), match.index);
    const name = nameAtEnd(before, names);
    if (name === null || !abbreviates(short, name)) continue;
    const known = found.get(name) ?? [];
    if (!known.includes(short)) found.set(name, [...known, short]);
  }
  return found;
}
