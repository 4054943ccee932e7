import { escapeXml, FACE_STYLE, type Face, type Renderer } from './measure.ts';
import { parseMarkdown, type Line } from './parse-markdown.ts';

/** What is drawn, and how high it is, in pixels. */
export interface Drawn {
  readonly svg: string;
  readonly height: number;
}

const LOOKS: Readonly<
  Record<Line['kind'], { size: number; leading: number; colour: string; indent: number }>
> = {
  title: { size: 19, leading: 27, colour: '#f2f3f5', indent: 0 },
  plain: { size: 15, leading: 22, colour: '#dbdee1', indent: 0 },
  quote: { size: 15, leading: 22, colour: '#dbdee1', indent: 14 },
  subtext: { size: 12, leading: 18, colour: '#949ba4', indent: 0 },
};
const LINK = '#00a8fc';

interface Piece {
  readonly text: string;
  readonly face: Face;
  readonly isLink: boolean;
}

/** Markdown set in a column, from its top left corner on. */
export function setText(
  markdown: string,
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  { measure }: Pick<Renderer, 'measure'>,
): Drawn {
  let top = y;
  const parts: string[] = [];
  for (const line of parseMarkdown(markdown)) {
    const { size, leading, colour, indent } = LOOKS[line.kind];
    const from = top;
    for (const row of rowsOf(line, width - indent, (text, face) => measure(text, face, size))) {
      let at = x + indent;
      const baseline = top + leading * 0.74;
      for (const { text, face, isLink } of row) {
        const wide = measure(text, face, size);
        const shownFace = line.kind === 'title' ? 'bold' : face;
        if (face === 'code')
          parts.push(
            `<rect x="${round(at)}" y="${round(top + 1)}" width="${round(wide)}" height="${leading - 3}" rx="3" fill="#1e1f22"/>`,
          );
        parts.push(
          `<text x="${round(at)}" y="${round(baseline)}" font-size="${size}" fill="${isLink ? LINK : colour}" xml:space="preserve" ${FACE_STYLE[shownFace]}>${escapeXml(text)}</text>`,
        );
        at += measure(text, shownFace, size);
      }
      top += leading;
    }
    if (line.kind === 'quote')
      parts.push(`<rect x="${x}" y="${from}" width="4" height="${top - from}" rx="2" fill="#4e5058"/>`);
  }
  return { svg: parts.join('\n'), height: top - y };
}

/** A line broken where a word ends and it is too wide; a word that is wider than the column stays whole. */
function rowsOf(
  { kind, runs }: Line,
  width: number,
  measure: (text: string, face: Face) => number,
): readonly (readonly Piece[])[] {
  const rows: Piece[][] = [[]];
  let left = width;
  const wideOf = ({ text, face }: Piece): number => measure(text, kind === 'title' ? 'bold' : face);
  for (const word of wordsOf(runs)) {
    const wide = word.reduce((sum, piece) => sum + wideOf({ ...piece, text: piece.text.trimEnd() }), 0);
    if (wide > left && (rows.at(-1)?.length ?? 0) > 0) {
      rows.push([]);
      left = width;
    }
    rows.at(-1)?.push(...word);
    left -= word.reduce((sum, piece) => sum + wideOf(piece), 0);
  }
  return rows.map(joinPieces);
}

/** What follows in one look is one piece: the font's own distances between signs then leave no gaps between words. */
function joinPieces(row: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of row) {
    const last = joined.at(-1);
    const isAlike = last !== undefined && last.face === piece.face && last.isLink === piece.isLink;
    if (isAlike) joined.splice(-1, 1, { ...last, text: last.text + piece.text });
    else joined.push(piece);
  }
  return joined;
}

/** Words up to and with the space behind them; a word may change its look within. */
function wordsOf(runs: readonly Piece[]): readonly (readonly Piece[])[] {
  const words: Piece[][] = [[]];
  for (const { text, face, isLink } of runs) {
    for (const part of text.split(/(?<= )/u)) {
      words.at(-1)?.push({ text: part, face, isLink });
      if (part.endsWith(' ')) words.push([]);
    }
  }
  return words;
}

const round = (value: number): string => value.toFixed(1);
