/** Control characters, and format characters that are never seen: soft hyphens, bidi controls, zero-width spaces, tags. */
const INVISIBLE =
  /[[\p{Cc}--[\t\n\v\f\r\u0085]][[\p{Cf}&&\p{Default_Ignorable_Code_Point}]--[\u200c\u200d]]]/gv;

/** Joiners shape letters in Persian, Arabic and Indic scripts; anywhere else they are noise. */
const STRAY_JOINER = /(?<![\p{L}\p{M}])[\u200c\u200d]+|[\u200c\u200d]+(?![\p{L}\p{M}])/gu;

/**
 * The canonical text of an article, the one every span points into: NFC, `\n` at line ends, no invisible characters,
 * no spaces at either end of a line, never more than one blank line. Idempotent; time linear in its input.
 */
export function canonicalText(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/\r\n?|[\v\f\u0085\u2028]/gu, '\n')
    .replaceAll('\u2029', '\n\n')
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .normalize('NFC')
    .replaceAll('\t', ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** A title, a name or another value of one line: canonical, with every run of white space a single space. */
export function canonicalLine(raw: string): string {
  return canonicalText(raw).replace(/\s+/gu, ' ');
}
