import { sliceAt, type Span } from '../../records/span.ts';

/** One paragraph of an article as a model is shown it. */
export interface Paragraph {
  /** Counted from 0. */
  readonly index: number;
  readonly span: Span;
  readonly text: string;
}

const PART_CHARACTERS = 6000;
const OVERLAP_CHARACTERS = 800;
const LONGEST_PARAGRAPH = 3000;

const PARAGRAPH = /[^\n]+(?:\n[^\n]+)*/gu;

/** The article's paragraphs, without blank ones; one that is very long is cut behind a space. */
export function numberParagraphs(text: string): readonly Paragraph[] {
  const spans = [...text.matchAll(PARAGRAPH)]
    .filter(([words]) => words.trim() !== '')
    .flatMap((match) => cutParagraph(text, [match.index, match.index + match[0].length]));
  return spans.map((span, index) => ({ index, span, text: sliceAt(text, span) }));
}

function cutParagraph(text: string, [start, end]: Span): readonly Span[] {
  const pieces: Span[] = [];
  let from = start;
  while (end - from > LONGEST_PARAGRAPH) {
    const limit = from + LONGEST_PARAGRAPH;
    const space = Math.max(text.lastIndexOf(' ', limit), text.lastIndexOf('\n', limit));
    const inPair = /[\uDC00-\uDFFF]/u.test(text.charAt(limit));
    const cut = space > from ? space + 1 : limit - (inPair ? 1 : 0);
    pieces.push([from, cut]);
    from = cut;
  }
  return [...pieces, [from, end]];
}

/** The paragraphs in parts that one request can hold; each begins with the end of the one before, for its pronouns. */
export function cutIntoParts(paragraphs: readonly Paragraph[]): readonly (readonly Paragraph[])[] {
  const parts: Paragraph[][] = [];
  let part: Paragraph[] = [];
  let size = 0;
  for (const paragraph of paragraphs) {
    if (part.length > 0 && size + paragraph.text.length > PART_CHARACTERS) {
      parts.push(part);
      part = lastOf(part);
      size = part.reduce((sum, { text }) => sum + text.length, 0);
    }
    part.push(paragraph);
    size += paragraph.text.length;
  }
  return part.length === 0 ? parts : [...parts, part];
}

function lastOf(part: readonly Paragraph[]): Paragraph[] {
  const kept: Paragraph[] = [];
  let size = 0;
  for (const paragraph of part.toReversed()) {
    size += paragraph.text.length;
    if (size > OVERLAP_CHARACTERS) break;
    kept.unshift(paragraph);
  }
  return kept;
}
