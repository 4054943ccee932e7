import { normalise } from './normalise.ts';

/** A word of a normalised text: as it stands there, its folded stem, and its place. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}\p{N}\u200c\u200d]+(?:['.,-][\p{L}\p{M}\p{N}\u200c\u200d]+)*/gu;
const DIACRITICS = /\p{M}/gu;

/** Lower case without diacritics. Short words in capitals keep them: "US" is not "us". */
function foldWord(word: string): string {
  const plain = word.normalize('NFD').replace(DIACRITICS, '').normalize('NFC');
  return /^\p{Lu}{2,4}$/u.test(plain) ? plain : plain.toLowerCase();
}

const FORMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    sent: 'send',
    gave: 'give',
    given: 'give',
    took: 'take',
    taken: 'take',
    made: 'make',
    held: 'hold',
    met: 'meet',
    sold: 'sell',
    bought: 'buy',
    went: 'go',
    gone: 'go',
    knew: 'know',
    known: 'know',
    saw: 'see',
    seen: 'see',
    shot: 'shoot',
    struck: 'strike',
    broke: 'break',
    broken: 'break',
    began: 'begin',
    begun: 'begin',
    paid: 'pay',
    left: 'leave',
    led: 'lead',
    lost: 'lose',
    told: 'tell',
    said: 'say',
    wrote: 'write',
    written: 'write',
    supplies: 'supply',
    supplied: 'supply',
    denies: 'deny',
    denied: 'deny',
    denial: 'deny',
    denials: 'deny',
  }),
);

/** A light stem, good enough to see that "transferred", "transfers" and "transfer" are one word. */
export function stem(word: string): string {
  const folded = foldWord(word).replace(/'s$/, '');
  const form = FORMS.get(folded);
  if (form !== undefined) return form;
  if (folded.length <= 3 || !/^[a-z]+$/.test(folded)) return folded;
  let base = folded;
  if (base.endsWith('ies') && base.length > 4) base = `${base.slice(0, -3)}y`;
  else if (base.endsWith('s') && !/(?:ss|us|is)$/.test(base)) base = base.slice(0, -1);
  if (base.length > 5 && /(?:ing|ed)$/.test(base))
    base = base.replace(/(?:ing|ed)$/, '').replace(/([^aeiouls])\1$/, '$1');
  return base.length > 3 ? base.replace(/e$/, '') : base;
}

const NEGATED = /n't$/i;

/** The words of an already normalised text. "didn't" and "cannot" come as two words: the verb, and "not". */
export function wordsOf(normalised: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of normalised.matchAll(WORD)) {
    const text = match[0];
    const start = match.index;
    const end = start + text.length;
    const lower = text.toLowerCase();
    if (NEGATED.test(text) || lower === 'cannot') {
      const verb =
        lower === 'cannot' || lower === "can't" ? 'can' : lower === "won't" ? 'will' : text.slice(0, -3);
      words.push({ text: verb, stem: stem(verb), start, end: start + verb.length });
      words.push({ text: 'not', stem: 'not', start: start + verb.length, end });
    } else {
      words.push({ text, stem: stem(text), start, end });
    }
  }
  return words;
}

/** The stems of a text's words, not yet normalised. */
export function stemsOf(text: string): readonly string[] {
  return wordsOf(normalise(text)).map((word) => word.stem);
}
