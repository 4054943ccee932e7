/** English words that hardly narrow a search. Negations stay out: "no deal" is not "deal". */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also am an and any are as at be because been before being below between both
  but by can could did do does doing down during each few for from further had has have having he her here hers him his
  how i if in into is it its itself just me more most my of off on once only or other our out over own same she should
  so some such than that the their them then there these they this those through to too under until up very was we were
  what when where which while who whom why will with would you your`.split(/\s+/u),
);

/** Whether `word` may be left out of a search. A word in capitals is a name: WHO, IT. */
export function isStopWord(word: string): boolean {
  const isName = word.length > 1 && word === word.toUpperCase();
  return !isName && STOP_WORDS.has(word.toLowerCase());
}
