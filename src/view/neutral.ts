/** Line ends of every kind, also those that only some programs take for one. */
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;
/** Control characters but for the newline. */
const CONTROL = /[^\P{Cc}\n]/gu;
/** Bidirectional controls, invisible tags and noncharacters: what could reverse, hide or steer a text. */
const UNSEEN =
  /[\u061C\u200E\u200F\u202A-\u202E\u2060-\u206F\uFFF9-\uFFFB\uFDD0-\uFDEF\uFFFE\uFFFF]|[\u{E0000}-\u{E0FFF}]/gu;

/**
 * Text from outside with everything in it that could steer a terminal or turn a line of text around replaced by a
 * visible sign. Words, spaces and line breaks stay as they are. Nothing is dropped without a trace.
 */
export function neutralise(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(LINE_END, '\n')
    .replaceAll(CONTROL, picture)
    .replaceAll(UNSEEN, '\uFFFD');
}

/** A control character's own sign, such as ␛ for escape; a tab is a space. */
function picture(control: string): string {
  const code = control.charCodeAt(0);
  if (control === '\t') return ' ';
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\uFFFD';
}

/** The same on one line, for names, titles and labels. */
export function neutraliseLine(text: string): string {
  return onOneLine(neutralise(text));
}

/** Text with single spaces and no line breaks. A no-break space that stands alone stays: « so », 7 h 30. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, (space) => (space === '\u00A0' ? space : ' ')).trim();
}
