import type { PdfLine } from './pdf-lines.ts';

/** Lines that belong together, as one text. */
export interface PdfParagraph {
  readonly text: string;
  /** The size of its type, in points. */
  readonly size: number;
  readonly page: number;
}

/** Of the usual distance between two lines: more is the distance between paragraphs. */
const PARAGRAPH_GAP = 1.35;
/** In sizes of the type: no text is set with its lines further apart. */
const WIDEST_GAP = 2.5;
/** Types whose sizes differ by more are set for different things. */
const SIZE_STEP = 1.12;
/** Of the type's size: a first line stands in by at least as much. */
const INDENT = 0.8;
/** Of the column's width: a line that ends before is the last of its paragraph, if a sentence ends there. */
const SHORT_LINE = 0.88;

const SENTENCE_END = /[.!?…:]["'”’»)\]]*$/u;
const BULLET = /^[•‣◦▪●∙]/u;
const HYPHEN_END = /(?<=\p{L}\p{M}*)[-\u00ad\u2010]$/u;

interface Column {
  readonly lines: readonly PdfLine[];
  readonly left: number;
  readonly right: number;
  /** The usual distance between two of its lines, in sizes of its type. */
  readonly step: number;
}

/** Paragraphs over all pages; one goes on over a page's or a column's end where no sentence ends. */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): readonly PdfParagraph[] {
  const words = knownWords(pages);
  const paragraphs: { lines: PdfLine[]; page: number }[] = [];
  for (const [page, lines] of pages.entries()) {
    for (const column of columnsOf(lines)) {
      for (const [at, line] of column.lines.entries()) {
        const open = paragraphs.at(-1);
        const previous = column.lines[at - 1];
        const isNew =
          previous === undefined ? startsAnew(open?.lines.at(-1), line) : isApart(previous, line, column);
        if (open === undefined || isNew) paragraphs.push({ lines: [line], page });
        else open.lines.push(line);
      }
    }
  }
  return paragraphs.map(({ lines, page }) => ({
    text: lines.reduce((sofar, line) => joinLine(sofar, line.text, words), ''),
    size: lines[0]?.size ?? 0,
    page,
  }));
}

/** A column ends where the next line stands higher than the one before. */
function columnsOf(lines: readonly PdfLine[]): readonly Column[] {
  const columns: PdfLine[][] = [];
  for (const line of lines) {
    const last = columns.at(-1)?.at(-1);
    if (last !== undefined && line.y <= last.y + last.size / 2) columns.at(-1)?.push(line);
    else columns.push([line]);
  }
  return columns.map((column) => ({
    lines: column,
    left: Math.min(...column.map((line) => line.left)),
    right: Math.max(...column.map((line) => line.right)),
    step: usualStep(column),
  }));
}

/** The lower quartile: a text of short paragraphs has as many gaps between them as within. */
function usualStep(lines: readonly PdfLine[]): number {
  const steps = lines
    .flatMap((line, at) => {
      const previous = lines[at - 1];
      return previous === undefined || isOtherSize(previous, line) ? [] : [(previous.y - line.y) / line.size];
    })
    .filter((step) => step > 0)
    .sort((left, right) => left - right);
  return steps[Math.floor(steps.length / 4)] ?? Number.POSITIVE_INFINITY;
}

function isOtherSize(one: PdfLine, other: PdfLine): boolean {
  return Math.max(one.size, other.size) > Math.min(one.size, other.size) * SIZE_STEP;
}

function isApart(previous: PdfLine, line: PdfLine, { left, right, step }: Column): boolean {
  if (isOtherSize(previous, line) || BULLET.test(line.text)) return true;
  const gap = (previous.y - line.y) / line.size;
  if (gap > Math.min(step * PARAGRAPH_GAP, WIDEST_GAP)) return true;
  const isIndented = line.left - left > line.size * INDENT && previous.left - left <= line.size * INDENT;
  if (isIndented) return true;
  const isShort = previous.right - left < (right - left) * SHORT_LINE;
  return isShort && SENTENCE_END.test(previous.text);
}

/** Whether the first line of a column or page opens a paragraph. */
function startsAnew(previous: PdfLine | undefined, line: PdfLine): boolean {
  if (previous === undefined || isOtherSize(previous, line)) return true;
  return SENTENCE_END.test(previous.text) && !/^\p{Ll}/u.test(line.text);
}

/** Every word, and every word with a hyphen, that stands within a line: what a word at a line's end may be. */
function knownWords(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  return new Set(
    pages.flat().flatMap((line) => line.text.toLowerCase().match(/\p{L}[\p{L}\p{M}-]*\p{L}/gu) ?? []),
  );
}

const COMPOUND_START =
  /(?:^|[^\p{L}])(?:all|anti|co|cross|ex|half|long|mid|multi|non|pre|pro|self|short|vice|well)$/iu;

/** Undoes a hyphen at a line's end, unless the word is known with it, or opens as a compound does. */
function joinLine(sofar: string, line: string, words: ReadonlySet<string>): string {
  if (sofar === '') return line;
  if (!HYPHEN_END.test(sofar) || !/^\p{L}/u.test(line)) return `${sofar} ${line}`;
  const start = sofar.slice(0, -1);
  if (sofar.endsWith('\u00ad')) return start + line;
  const first = /\p{L}[\p{L}\p{M}]*$/u.exec(start)?.[0].toLowerCase() ?? '';
  const second = /^\p{L}[\p{L}\p{M}]*/u.exec(line)?.[0].toLowerCase() ?? '';
  if (words.has(`${first}${second}`)) return start + line;
  const isCompound = words.has(`${first}-${second}`) || COMPOUND_START.test(start) || /^\p{Lu}/u.test(line);
  return isCompound ? `${start}-${line}` : start + line;
}
