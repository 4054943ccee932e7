import winkNLP, { type ItsFunction, type PartOfSpeech } from 'wink-nlp';
import model from 'wink-eng-lite-web-model';

/**
 * The tokens of a text as parallel arrays: one entry a token, in reading order. Offsets are UTF-16 code units into
 * the text that was read. Parallel arrays, because an article has thousands of tokens and most rules read one column.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly lower: readonly string[];
  readonly pos: readonly string[];
}

const nlp = winkNLP(model, ['pos']);
/** Declared as plain functions, since wink-nlp takes them unbound. */
const its: {
  readonly precedingSpaces: ItsFunction<string>;
  readonly pos: ItsFunction<PartOfSpeech>;
} = nlp.its;

/** wink-nlp takes time quadratic in the length of an unbroken run; no English word is this long. */
const LONGEST_RUN = 40;

const SPACE = 0x20;
const LINE = 0x0a;

/** Whether a code unit is white space that wink-nlp would miscount; it knows the space and the line feed. */
function isExoticSpace(code: number): boolean {
  if (code < 0x80) return code >= 0x09 && code <= 0x0d && code !== LINE;
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680 ||
    code === 0x85
  );
}

/** The text with exotic white space made plain and every long unbroken run cut by a space, all offsets unchanged. */
function prepare(text: string): string {
  let prepared = '';
  let kept = 0;
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === LINE) {
      run = 0;
      continue;
    }
    run++;
    if (run < LONGEST_RUN && !isExoticSpace(code)) continue;
    prepared += `${text.slice(kept, at)} `;
    kept = at + 1;
    run = 0;
  }
  return kept === 0 ? text : prepared + text.slice(kept);
}

const fold = (word: string): string => {
  const lower = word.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
};

const LETTERS = /^[\p{L}\p{M}]{2}$/u;

/** Whether wink-nlp cut a word in two at a letter it does not know, as in names with rarer diacritics. */
function splitsLetters(text: string, at: number): boolean {
  const around = text.slice(at - 1, at + 1);
  return (around.charCodeAt(0) > 0x7f || around.charCodeAt(1) > 0x7f) && LETTERS.test(around);
}

/** Splits a text into tokens with parts of speech (universal tags). Total on any string, linear in its length. */
export function readTokens(text: string): Tokens {
  const tokens = nlp.readDoc(prepare(text)).tokens();
  const words = tokens.out();
  const gaps = tokens.out(its.precedingSpaces);
  const tags = tokens.out(its.pos);
  const count = words.length;
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  const lower: string[] = [];
  const pos: string[] = [];
  let kept = 0;
  let at = 0;
  for (let index = 0; index < count; index++) {
    at += gaps[index]?.length ?? 0;
    const from = at;
    at += words[index]?.length ?? 0;
    const tag = tags[index] ?? 'X';
    if (tag === 'SPACE') continue;
    if (kept > 0 && end[kept - 1] === from && splitsLetters(text, from)) {
      end[kept - 1] = at;
      lower[kept - 1] = fold(text.slice(start[kept - 1], at));
      continue;
    }
    start[kept] = from;
    end[kept] = at;
    lower.push(fold(text.slice(from, at)));
    pos.push(tag);
    kept++;
  }
  return { text, count: kept, start, end, lower, pos };
}
