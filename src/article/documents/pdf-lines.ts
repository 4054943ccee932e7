/** A run of text as it stands on a page; in points, the origin at the bottom left. */
export interface PdfItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

/** One line of a page. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Of the type's size: up to here, two runs stand on one line; from there on, a gap between them is a space. */
const SAME_LINE = 0.5;
const GAP = 0.15;
/** A gap this wide is the space between two columns, or between cells. */
const WIDE_GAP = 4;

/** The lines of one page, in the order in which the page draws them. */
export function linesOfPage(items: readonly PdfItem[]): readonly PdfLine[] {
  const lines: PdfItem[][] = [];
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const last = lines.at(-1)?.at(-1);
    if (last !== undefined && continues(last, item)) lines.at(-1)?.push(item);
    else lines.push([item]);
  }
  return lines.map(joinItems).filter((line) => line.text !== '');
}

function continues(last: PdfItem, item: PdfItem): boolean {
  const size = Math.max(last.fontSize, item.fontSize, 1);
  const gap = item.x - (last.x + last.width);
  return Math.abs(item.y - last.y) < size * SAME_LINE && gap > -size && gap < size * WIDE_GAP;
}

function joinItems(items: readonly PdfItem[]): PdfLine {
  let text = '';
  let end = Number.NEGATIVE_INFINITY;
  for (const { str, x, width, fontSize } of items) {
    if (text !== '' && x - end > fontSize * GAP) text += ' ';
    text += str;
    end = x + width;
  }
  const longest = items.reduce((most, item) => (item.str.length > most.str.length ? item : most));
  return {
    text: text.replace(/\s+/gu, ' ').trim(),
    left: Math.min(...items.map((item) => item.x)),
    right: end,
    y: longest.y,
    size: longest.fontSize,
  };
}

/** How many lines at a page's head and foot may be its running title and its number. */
const MARGIN_LINES = 2;
const PAGE_NUMBER = /^(?:page|seite|p\.)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|von|\/)\s*\d{1,4})?$/iu;

/** Takes away what stands at the head or foot of half the pages and more, and page numbers. */
export function withoutRunningLines(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const key = (line: PdfLine): string => line.text.replace(/\d+/gu, '0');
  const isMargin = (at: number, length: number): boolean => at < MARGIN_LINES || at >= length - MARGIN_LINES;
  const seen = new Map<string, number>();
  for (const lines of pages) {
    const margins = lines.filter((_line, at) => isMargin(at, lines.length));
    for (const text of new Set(margins.map(key))) seen.set(text, (seen.get(text) ?? 0) + 1);
  }
  const isRunning = (line: PdfLine): boolean =>
    PAGE_NUMBER.test(line.text) || (pages.length > 1 && (seen.get(key(line)) ?? 0) > pages.length / 2);
  return pages.map((lines) => lines.filter((line, at) => !isMargin(at, lines.length) || !isRunning(line)));
}
