import type { PageText } from './html.ts';

const FENCE = /^\s{0,3}(?:`{3,}|~{3,})/u;
const RULE = /^\s{0,3}(?:[-_*=]\s*){1,80}$/u;
const HEADING = /^\s{0,3}(?<marks>#{1,6})\s+(?<text>.*?)(?:\s#+)?$/u;
const QUOTE_OR_BULLET = /^\s*(?:>\s?)*(?:[-*+]\s+)?/u;
const STARTS_ITEM = /^\s*(?:>\s?)*[-*+]\s+/u;

/** Every repetition is bounded or stops at its own mark, so that no text makes these slow. */
const LINK =
  /(?<image>!?)\[(?<text>[^[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s{1,3}"[^"\n]{0,300}")?\)/gu;
const AUTOLINK = /<(https?:\/\/[^\s<>]{1,2000})>/gu;
const STARS = /(?<![\p{L}\p{N}\\*])(?:\*{1,3})(?=\S)([^*\n]{1,2000})(?<=\S)(?:\*{1,3})(?![\p{L}\p{N}*])/gu;
const UNDERSCORES =
  /(?<![\p{L}\p{N}\\_])(?:_{1,3})(?=\S)([^_\n]{1,2000})(?<=\S)(?:_{1,3})(?![\p{L}\p{N}_])/gu;
const CODE = /`([^`\n]{1,500})`/gu;
const ESCAPE = /\\([!-/:-@[-`{-~])/gu;

function withoutMarks(text: string): string {
  const unlinked = text
    .replace(LINK, (_all, image: string, words: string) => (image === '' ? words : ''))
    .replace(AUTOLINK, '$1')
    .replace(CODE, '$1');
  // Twice: emphasis may hold emphasis.
  const unmarked = [STARS, UNDERSCORES, STARS, UNDERSCORES].reduce(
    (sofar, mark) => sofar.replace(mark, '$1'),
    unlinked,
  );
  return unmarked.replace(ESCAPE, '$1');
}

/**
 * The text of a Markdown article: marks taken away, lines of one paragraph joined, the first heading of level one as
 * its title. Covers what articles hold; tables and HTML inside Markdown stay as they are written.
 */
export function readMarkdown(markdown: string): PageText {
  const paragraphs: string[][] = [];
  let paragraph: string[] = [];
  let title: string | null = null;
  const endParagraph = (): void => {
    if (paragraph.length > 0) paragraphs.push(paragraph);
    paragraph = [];
  };
  for (const line of markdown.split('\n')) {
    const heading = HEADING.exec(line)?.groups;
    if (line.trim() === '' || FENCE.test(line) || RULE.test(line)) {
      endParagraph();
    } else if (heading !== undefined) {
      endParagraph();
      const words = withoutMarks(heading['text'] ?? '');
      if (title === null && heading['marks'] === '#') title = words;
      else paragraphs.push([words]);
    } else {
      if (STARTS_ITEM.test(line)) endParagraph();
      paragraph.push(line.replace(QUOTE_OR_BULLET, '').trim());
    }
  }
  endParagraph();
  const text = paragraphs.map((lines) => withoutMarks(lines.join(' '))).filter((words) => words !== '');
  return { title, text: text.join('\n\n') };
}
