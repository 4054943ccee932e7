/** A stretch between quotation marks: `open` and `close` are the places of the marks themselves. */
export interface QuotedSpan {
  readonly open: number;
  readonly close: number;
}

const DOUBLE_CLOSERS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”'],
  ['‟', '”'],
  ['«', '»'],
]);
const LONE_CLOSERS = new Set(['”', '»']);
const SINGLE_CLOSERS: ReadonlyMap<string, string> = new Map([
  ["'", "'’"],
  ['‘', "’'"],
  ['‚', '‘’'],
]);
const LETTER = /[\p{L}\p{M}\p{N}]/u;

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && LETTER.test(text.charAt(at));
}

/** Where the span that `mark` opens at `open` is closed; -1 when it is not. Marks of the same pair nest. */
function closeOf(text: string, open: number, closers: string): number {
  const mark = text.charAt(open);
  const nests = !closers.includes(mark);
  const single = SINGLE_CLOSERS.has(mark);
  let depth = 1;
  for (let at = open + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (nests && character === mark) depth += 1;
    if (!closers.includes(character)) continue;
    if (single && isLetter(text, at - 1) && isLetter(text, at + 1)) continue;
    depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/**
 * The quoted spans of a sentence, in order; null when a mark has no partner. An apostrophe (a single mark between
 * letters, or after a letter outside a single-quoted span) is no quotation mark.
 */
export function findQuotedSpans(text: string): readonly QuotedSpan[] | null {
  const spans: QuotedSpan[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = text.charAt(at);
    const single = SINGLE_CLOSERS.get(mark) ?? (mark === '’' ? "'’" : undefined);
    const closers = DOUBLE_CLOSERS.get(mark) ?? single;
    if (LONE_CLOSERS.has(mark)) return null;
    if (closers === undefined || (single !== undefined && isLetter(text, at - 1))) {
      at += 1;
      continue;
    }
    const close = closeOf(text, at, closers);
    if (close < 0) return null;
    spans.push({ open: at, close });
    at = close + 1;
  }
  return spans;
}
