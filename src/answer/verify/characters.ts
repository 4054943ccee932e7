import type { ParsedSentence } from './sentence.ts';

const MAX_SENTENCES = 6;
const MAX_CHARACTERS = 1_500;

/** Controls, bidirectional marks, interlinear and tag characters, private use: nothing an honest sentence holds. */
const FORBIDDEN =
  /[\p{Cc}\p{Co}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/u;

/** Whether a text could deceive the eye or the machine: ill-formed UTF-16, or a forbidden character. */
export function isTreacherous(text: string): boolean {
  return !text.isWellFormed() || FORBIDDEN.test(text);
}

/** Rule V0: whether the whole answer must be thrown away. `canary` is the secret word of the system prompt. */
export function mustStop(texts: readonly string[], canary: string): boolean {
  if (texts.length > MAX_SENTENCES) return true;
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length > MAX_CHARACTERS) return true;
  return texts.some((text) => isTreacherous(text) || (canary !== '' && text.includes(canary)));
}

const OUTSIDE = /^[\p{L}\p{M}\p{N}\p{Zs}\u00ad.,;:'"()%$€£/&‘’‚“”„‟«»‐‑‒–—―-]*$/u;
const INSIDE =
  /^[\u200d\u200c\p{L}\p{M}\p{N}\p{Zs}\u00ad.,;:'"()%$€£/&!?‘’‚“”„‟«»‐‑‒–—―…、。，；：？！؟،؛·《》「」『』（）[\]-]*$/u;
const ADDRESS = /https?:|www\.|discord\.(?:gg|com)|\]\(/i;
const WORD = /[\p{L}\p{M}]+/gu;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

function mixesScripts(text: string): boolean {
  if (!/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text)) return false;
  return [...text.matchAll(WORD)].some(([word]) => SCRIPTS.filter((script) => script.test(word)).length > 1);
}

/** Rule V1: whether a sentence is made of plain characters: no markup, mention, address or look-alike word. */
export function hasPlainCharacters({ text, spans }: Pick<ParsedSentence, 'text' | 'spans'>): boolean {
  if (ADDRESS.test(text) || mixesScripts(text)) return false;
  let from = 0;
  for (const span of spans) {
    if (!OUTSIDE.test(text.slice(from, span.open)) || !INSIDE.test(text.slice(span.open, span.close + 1)))
      return false;
    from = span.close + 1;
  }
  return OUTSIDE.test(text.slice(from));
}
