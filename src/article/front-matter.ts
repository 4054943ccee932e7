/** What a file may say of itself before its text, under the names we use. */
export interface FrontMatter {
  readonly title?: string;
  readonly outlet?: string;
  readonly byline?: string;
  readonly url?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly language?: string;
}

/** The keys that are understood; any other is left aside. */
const KEYS: Readonly<Record<string, keyof FrontMatter>> = {
  title: 'title',
  outlet: 'outlet',
  source: 'outlet',
  publisher: 'outlet',
  byline: 'byline',
  author: 'byline',
  url: 'url',
  link: 'url',
  date: 'published',
  published: 'published',
  modified: 'modified',
  updated: 'modified',
  language: 'language',
  lang: 'language',
};

const MAX_LINES = 100;
/** Blank lines, comments, and the nested values of lists. */
const NOT_A_KEY = /^(?:\s|#|- |$)/u;
const LINE = /^(?<key>[A-Za-z][\w -]{0,40}?)\s*:(?:\s+(?<value>.*))?$/u;

function unquoted(value: string): string {
  const inner = /^(?<mark>["'])(?<inner>.*)\k<mark>$/u.exec(value)?.groups?.['inner'];
  return (inner ?? value).trim();
}

/** The lines between two `---`, or null when the text does not open with such a block. */
function frontBlock(text: string): { lines: readonly string[]; body: string } | null {
  if (!/^---\s*\n/u.test(text)) return null;
  const lines = text.split('\n', MAX_LINES);
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  if (end === -1) return null;
  const block = lines.slice(0, end + 1);
  const length = block.reduce((sum, line) => sum + line.length + 1, 0);
  return { lines: block.slice(1, -1), body: text.slice(length) };
}

/**
 * Takes `key: value` lines between two `---` off the start of a text. A text that opens with a rule and not with such
 * lines is left whole. `text` has `\n` line ends.
 */
export function splitFrontMatter(text: string): { fields: FrontMatter; body: string } {
  const block = frontBlock(text);
  if (block === null) return { fields: {}, body: text };
  const fields: { -readonly [Key in keyof FrontMatter]: FrontMatter[Key] } = {};
  let keys = 0;
  for (const line of block.lines) {
    if (NOT_A_KEY.test(line)) continue;
    const parts = LINE.exec(line.trimEnd())?.groups;
    if (parts === undefined) return { fields: {}, body: text };
    keys += 1;
    const key = KEYS[parts['key']?.toLowerCase() ?? ''];
    const value = unquoted(parts['value'] ?? '');
    if (key !== undefined && value !== '') fields[key] = value;
  }
  return keys === 0 ? { fields: {}, body: text } : { fields, body: block.body };
}
