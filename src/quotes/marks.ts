/** A stretch of text between quotation marks. Offsets are UTF-16 code units. */
export interface Quotation {
  /** Of the opening mark. */
  readonly start: number;
  /** Past the closing mark, or the paragraph's end where it is not closed. */
  readonly end: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  /** False where the paragraph ends first: the quotation goes on in the next one. */
  readonly closed: boolean;
  /** Ends on a comma, a question or an exclamation, or right before a comma: whoever says it may follow. */
  readonly breaksOff: boolean;
}

type Role = 'open' | 'close' | 'either';
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly family: 'double' | 'single';
  /** Whether the sign itself says which end it marks, as a curly one does. */
  readonly shape: 'opening' | 'closing' | 'straight';
  readonly role: Role;
}

const MARK = /''|``|’’|‘‘|["“”„‟«»‘’‚‹›']/gu;
const OPENERS = new Set(['“', '„', '‟', '«', '``', '‘‘', '‘', '‚', '‹']);
const CLOSERS = new Set(['”', '»', '’’', '’', '›']);
const SINGLE = new Set(['‘', '’', '‚', '‹', '›', "'"]);

const BEFORE_OPENING = /[\s([{—–―\-/:…]/u;
const AFTER_CLOSING = /[\s)\]}—–―\-.,;:!?…/]/u;
const NESTED_END = /[^\s\p{Ps}]['’][ \u00A0\u2009\u200A\u202F]{1,2}$/u;
const LETTER = /[\p{L}\p{N}]/u;

/** What a mark may be, judged by the characters beside it; null for apostrophes, inches and stray marks. */
function readMark(text: string, match: RegExpExecArray): Mark | null {
  const [sign] = match;
  const start = match.index;
  const end = start + sign.length;
  const before = text[start - 1] ?? ' ';
  const after = text[end] ?? ' ';
  const single = SINGLE.has(sign);
  const quoteBefore = /["“”'‘’«»]/u.test(before);
  const quoteAfter = /["“”'‘’«»]/u.test(after);
  const mayOpen =
    (BEFORE_OPENING.test(before) ||
      quoteBefore ||
      (!single && /[.,!?]/u.test(before) && /\p{Lu}/u.test(after))) &&
    !/\s/u.test(after);
  const glued = !single && /[.,!?]/u.test(before) && /\p{Lu}/u.test(after);
  // Typesetters part the marks that close a quotation and the one nested at its end: ' ".
  const parted = !single && NESTED_END.test(text.slice(Math.max(0, start - 4), start));
  const mayClose = (parted || !/\s/u.test(before)) && (AFTER_CLOSING.test(after) || quoteAfter || glued);
  if (single && LETTER.test(before) && LETTER.test(after)) return null;
  if (single && sign !== '‘' && sign !== '‹' && mayOpen && /[\d]|em\b|til\b|tis\b|cause\b/iuy.test(after))
    return null;
  let role: Role | null = null;
  if (OPENERS.has(sign)) role = mayClose && !mayOpen ? 'close' : 'open';
  else if (CLOSERS.has(sign)) role = mayOpen && !mayClose && !single ? 'open' : 'close';
  else if (mayOpen && mayClose) role = 'either';
  else if (mayOpen) role = 'open';
  else if (mayClose) role = 'close';
  const shape = OPENERS.has(sign) ? 'opening' : CLOSERS.has(sign) ? 'closing' : 'straight';
  return role === null ? null : { start, end, family: single ? 'single' : 'double', shape, role };
}

/** Whether a single mark after a plural is more likely its possessive than the end of a quotation. */
function isPossessive(text: string, mark: Mark): boolean {
  return /s/iu.test(text[mark.start - 1] ?? '') && /^\s\p{Ll}/u.test(text.slice(mark.end, mark.end + 2));
}

/**
 * The straight double marks that stand nested in a curly quotation: “the word was "no" and it stays”. They must never
 * end it, or what somebody is quoted with would be read as the article's own words.
 */
function findNested(marks: readonly Mark[]): ReadonlySet<Mark> {
  const nested = new Set<Mark>();
  let within: Mark[] | null = null;
  for (const mark of marks) {
    if (mark.family === 'single') continue;
    if (mark.shape === 'opening') within = [];
    else if (mark.shape === 'straight') within?.push(mark);
    else {
      // One that can only close ends the curly quotation itself, whose marks are mixed up: “It is over", she said.
      if (within?.[0]?.role !== 'close') for (const each of within ?? []) nested.add(each);
      within = null;
    }
  }
  return nested;
}

function pairInParagraph(text: string, marks: readonly Mark[], paragraphEnd: number): Quotation[] {
  const found: Quotation[] = [];
  let open: Mark | null = null;
  const close = (from: Mark, innerEnd: number, end: number, closed: boolean): void => {
    const breaksOff = closed && (/[,?!]/u.test(text[innerEnd - 1] ?? '') || text[end] === ',');
    found.push({ start: from.start, end, innerStart: from.end, innerEnd, closed, breaksOff });
  };
  const nested = findNested(marks);
  for (const mark of marks) {
    if (nested.has(mark)) continue;
    if (open === null) {
      if (mark.role !== 'close') open = mark;
      continue;
    }
    if (mark.family !== open.family) {
      // A single mark inside double ones is a nested quotation; a double one inside single ones starts afresh.
      if (open.family === 'single' && mark.role === 'open') open = mark;
      continue;
    }
    if (mark.role === 'open') {
      if (mark.start > open.end) open = mark;
      continue;
    }
    if (mark.family === 'single' && isPossessive(text, mark)) continue;
    close(open, mark.start, mark.end, true);
    open = null;
  }
  if (open !== null && open.family === 'double') close(open, paragraphEnd, paragraphEnd, false);
  return found;
}

/**
 * All quotations of a text in reading order, without the nested ones. Curly, straight, doubled single, low and angle
 * marks, also mismatched; a quotation never crosses a line break. Time is linear in the length.
 */
export function findQuotations(text: string): readonly Quotation[] {
  const found: Quotation[] = [];
  let marks: Mark[] = [];
  let lineEnd = text.indexOf('\n');
  if (lineEnd < 0) lineEnd = text.length;
  const flush = (): void => {
    for (const quotation of pairInParagraph(text, marks, lineEnd)) found.push(quotation);
    marks = [];
  };
  for (const match of text.matchAll(MARK)) {
    while (match.index > lineEnd) {
      flush();
      const next = text.indexOf('\n', lineEnd + 1);
      lineEnd = next < 0 ? text.length : next;
    }
    const mark = readMark(text, match);
    if (mark !== null) marks.push(mark);
  }
  flush();
  return found;
}
