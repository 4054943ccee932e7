/** Lines of mail and of old archives are broken at 60 to 80 characters; anything longer was not broken by hand. */
const WRAPPED_LINE = { shortest: 45, longest: 100 };

/** Whether the lines of a text were broken to a width, and not where paragraphs end. */
function isHardWrapped(lines: readonly string[]): boolean {
  const broken = lines.filter((line, at) => line !== '' && (lines[at + 1] ?? '') !== '');
  const fitting = broken.filter((line) => line.length >= WRAPPED_LINE.shortest);
  return (
    broken.length > 0 &&
    fitting.length >= broken.length * 0.8 &&
    lines.every((line) => line.length <= WRAPPED_LINE.longest)
  );
}

/** The paragraphs of plain text, apart by a blank line. Lines broken to a width are joined; else each is a paragraph. */
export function readPlainText(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  if (!isHardWrapped(lines)) return lines.join('\n\n');
  return lines.map((line) => (line === '' ? '\n\n' : `${line} `)).join('');
}
