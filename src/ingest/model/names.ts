const CAPITALISED = /\p{Lu}[\p{L}\p{M}'’-]*/gu;
const TITLES = new Set(
  'mr mrs ms miss dr prof professor president minister prime foreign defence defense general senator governor mayor secretary spokesman spokeswoman spokesperson ambassador chief director colonel captain king queen prince princess sir lord lady the he she they it i we his her their'.split(
    ' ',
  ),
);

/** The words of a mention or name that tell who it is, in lower case: capitalised, and no title or pronoun. */
export function wordsInName(words: string): ReadonlySet<string> {
  const found = words.match(CAPITALISED) ?? [];
  return new Set(
    found.map((word) => word.toLowerCase().replace(/['’]s$/u, '')).filter((word) => !TITLES.has(word)),
  );
}
