/** A line of a page: where it stands, in points from the bottom left, and the size of its type. */
export interface MadeLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

export interface MadePdf {
  readonly pages: readonly (readonly MadeLine[])[];
  readonly info?: Readonly<Record<string, string>>;
  /** Whether it asks for a password that nobody gives. */
  readonly isLocked?: boolean;
}

const escaped = (text: string): string => text.replace(/[\\()]/gu, (mark) => `\\${mark}`);

/** Octal escapes: everything beyond ASCII that WinAnsi has and the tests use. */
const CODES: Readonly<Record<string, string>> = {
  '“': '\\223',
  '”': '\\224',
  '’': '\\222',
  '•': '\\225',
  '\u00ad': '\\255',
};

const literal = (text: string): string =>
  `(${escaped(text).replace(/[^\x20-\x7e]/gu, (mark) => CODES[mark] ?? '?')})`;

function contentOf(lines: readonly MadeLine[]): string {
  return lines
    .map(({ text, x, y, size }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${literal(text)} Tj ET`)
    .join('\n');
}

/** A PDF with one font and uncompressed pages, written by hand after ISO 32000-1. */
export function makePdf({ pages, info = {}, isLocked = false }: MadePdf): Uint8Array {
  const pageId = (index: number): number => 5 + index * 2;
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_page, index) => `${pageId(index)} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} ${literal(value)}`)
      .join(' ')} >>`,
    ...pages.flatMap((lines, index) => {
      const content = contentOf(lines);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageId(index) + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const start = file.length;
  const key = '00'.repeat(32);
  const lock = isLocked
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${key}> /U <${key}> >> /ID [<00> <00>]`
    : '';
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${offset} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${lock} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** Lines of a column, from the top of a page down, `step` points apart. */
export function column(
  texts: readonly string[],
  {
    x = 72,
    top = 760,
    size = 11,
    step = 14,
  }: { x?: number; top?: number; size?: number; step?: number } = {},
): MadeLine[] {
  return texts.map((text, index) => ({ text, x, y: top - index * step, size }));
}
