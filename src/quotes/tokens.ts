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
const UNBROKEN = new RegExp(`\\S{${LONGEST_RUN},}`, 'gu');

/** wink-nlp miscounts white space other than these; one code unit becomes one, so all offsets stay as they are. */
const EXOTIC_SPACE = /[^\S \n]/gu;

/** The text with exotic white space made plain and every long unbroken run cut up by spaces, offsets unchanged. */
function prepare(text: string): string {
  return text.replace(EXOTIC_SPACE, ' ').replace(UNBROKEN, (run) => {
    let broken = '';
    for (let at = 0; at < run.length; at += LONGEST_RUN) broken += `${run.slice(at, at + LONGEST_RUN - 1)} `;
    return broken.slice(0, run.length);
  });
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
    start[kept] = from;
    end[kept] = at;
    lower.push(text.slice(from, at).toLowerCase().replaceAll('’', "'"));
    pos.push(tag);
    kept++;
  }
  return { text, count: kept, start, end, lower, pos };
}
