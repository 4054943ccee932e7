const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Signs that take two columns of a terminal. */
const WIDE =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\uFF01-\uFF60]/u;

/** How many columns a text takes in a terminal. */
export function columns(text: string): number {
  let count = 0;
  for (const { segment } of GRAPHEMES.segment(text)) count += WIDE.test(segment) ? 2 : 1;
  return count;
}

/** The lines of `text` at no more than `width` columns, broken at spaces; a longer word gets a line of its own. */
export function wrap(text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const word of line.split(' ')) {
    const size = columns(word);
    if (current !== '' && used + 1 + size > width) {
      lines.push(current);
      [current, used] = [word, size];
    } else {
      used = current === '' ? size : used + 1 + size;
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}
