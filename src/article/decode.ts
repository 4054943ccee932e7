import { InputError } from '../errors.ts';

/** The largest article taken, in bytes. */
export const MAX_ARTICLE_BYTES = 10 * 1024 * 1024;

const NOT_TEXT = 'is not text: give a .txt, .md or .html file in UTF-8.';

/** Marks at the start of a file that tell its encoding, and the label TextDecoder knows it by. */
const BYTE_ORDER_MARKS: readonly (readonly [mark: readonly number[], label: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

function markedEncoding(bytes: Uint8Array): string | null {
  const found = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  return found?.[1] ?? null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Western text has few letters above ASCII and next to no control characters; binary data has plenty of both. */
function looksWestern(bytes: Uint8Array): boolean {
  let high = 0;
  let controls = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) high += 1;
    else if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) controls += 1;
  }
  return high < bytes.length * 0.3 && controls <= bytes.length / 1000;
}

function startsLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

/**
 * The text of a file: by its byte order mark, else UTF-8, else Windows-1252.
 * `label` names the file in the sentence of the InputError that binary or oversized data gives.
 */
export function decodeText(bytes: Uint8Array, label: string): string {
  if (bytes.length > MAX_ARTICLE_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    throw new InputError(`${label} has ${size} MB, more than the 10 MB of an article: split it.`);
  }
  const marked = markedEncoding(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  if (bytes.includes(0) || startsLikePdf(bytes)) throw new InputError(`${label} ${NOT_TEXT}`);
  const text = decodeUtf8(bytes);
  if (text !== null) return text;
  if (looksWestern(bytes)) return new TextDecoder('windows-1252').decode(bytes);
  throw new InputError(`${label} ${NOT_TEXT}`);
}
