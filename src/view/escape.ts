import { excerpt } from './excerpt.ts';
import { neutralise, neutraliseLine } from './neutral.ts';

/**
 * Every sign that can start or end something in Discord's Markdown: emphasis, code, spoiler, quote, heading, subtext,
 * list, link, bare address, mention, emoji, timestamp. A backslash before any of them is shown as the sign itself. They
 * are escaped wherever they stand, so that what two texts become together is what each becomes alone.
 */
const SIGN = /[\\*_~`|><#\-+[\]()@:/]/g;
/** A numbered list starts with a digit and a full stop. */
const LIST_NUMBER = /(?<=\d)\./g;
/** Letters of scripts written from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Text from outside as Discord Markdown that shows it to the letter: nothing in it formats, links, pings or hides. */
export function escapeMarkdown(text: string): string {
  return neutralise(text).replaceAll(SIGN, '\\$&').replaceAll(LIST_NUMBER, '\\.');
}

/** Keeps the direction of each line of `markdown` to itself, so that text from right to left does not turn the card round. */
export function isolate(markdown: string): string {
  if (!RIGHT_TO_LEFT.test(markdown)) return markdown;
  return markdown
    .split('\n')
    .map((line) => `\u2068${line}\u2069`)
    .join('\n');
}

/** A name, title or other label on one line, escaped, and shortened between words where it would be longer than `limit`. */
export function escapeLabel(text: string, limit: number): string {
  const line = neutraliseLine(text);
  const { text: start, left } = excerpt(
    line,
    limit - '…\u2068\u2069'.length,
    (slice) => escapeMarkdown(slice).length,
  );
  return isolate(escapeMarkdown(start) + (left > 0 ? '…' : ''));
}

/** Labels line by line, together no longer than `limit`; what has no room left is left out. */
export function escapeLines(texts: readonly string[], limit: number): readonly string[] {
  const lines: string[] = [];
  let room = limit;
  for (const each of texts) {
    const line = escapeLabel(each, Math.max(0, room));
    if (line !== '') lines.push(line);
    room -= line.length + 1;
  }
  return lines;
}

/** The longest address a link may have. */
const LINK_LIMIT = 512;

/** A masked link, or the label alone where the address is no https address or too long. `label` is escaped already. */
export function link(label: string, address: string | null): string {
  if (address === null || !address.startsWith('https://')) return label;
  const target = address.replaceAll(
    /[()<>\\\s*_~|`]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return target.length > LINK_LIMIT ? label : `[${label}](${target})`;
}
