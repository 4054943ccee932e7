import { TextDecoder } from 'node:util';
import { InputError } from '../errors.ts';
import { declaredEncoding, guessedEncoding, markedEncoding, wideEncoding } from './encoding.ts';
import { MAX_ARTICLE_BYTES } from './limits.ts';

const NOT_TEXT = 'is not text: give a .txt, .md or .html file in UTF-8.';

/** The decoder of an encoding, or null for a label that nobody knows. */
function decoderOf(label: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return null;
  }
}

/** The text, or null where the bytes do not hold text in that encoding. */
function tryDecoding(bytes: Uint8Array, label: string): string | null {
  try {
    return decoderOf(label, true)?.decode(bytes) ?? null;
  } catch {
    return null;
  }
}

/** Encodings of one byte a letter take any bytes for text, so that a wrong label of theirs goes unnoticed. */
const ONE_BYTE = /^(?:windows-|iso-8859-|koi8-|macintosh|x-mac-|ibm|us-ascii)/u;

/**
 * The text in the encoding that was told, with damaged letters replaced; null where it was plainly another. A page that
 * is whole UTF-8 is UTF-8 even where a server calls it Latin-1; the other way round it is the label that lies.
 */
function decodeAsTold(bytes: Uint8Array, label: string, utf8: string | null): string | null {
  const decoder = decoderOf(label, false);
  if (decoder === null || decoder.encoding.startsWith('utf-16') || decoder.encoding === 'utf-8') return null;
  if (utf8 !== null && ONE_BYTE.test(decoder.encoding)) return utf8;
  const text = decoder.decode(bytes);
  return text.split('\u{fffd}').length - 1 <= text.length / 50 ? text : null;
}

/** Control characters that text does not hold; ESC is how ISO-2022 changes alphabets. */
function holdsControls(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte < 0x20 && byte !== 0x1b && (byte < 0x09 || byte > 0x0d)) controls += 1;
  }
  return controls > bytes.length / 1000;
}

/** UTF-16 without a byte order mark, else null: unassigned and control characters show that it was none. */
function decodeWide(bytes: Uint8Array): string | null {
  const label = wideEncoding(bytes);
  const text = label === null ? null : tryDecoding(bytes, label);
  if (text === null) return null;
  const strange = text.match(/(?![\t\n\v\f\r])[\p{Cc}\p{Cn}\p{Co}]/gu)?.length ?? 0;
  return strange <= text.length / 1000 ? text : null;
}

/** UTF-8 that was cut off or has a damaged letter or two is still best read as UTF-8. */
function decodeDamagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const damaged = text.split('\u{fffd}').length - 1;
  const whole = text.match(/(?!\u{fffd})[^\0-\x7f]/gu)?.length ?? 0;
  return whole > damaged * 20 ? text : null;
}

function startsLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-';
}

function decode(bytes: Uint8Array, charset: string | undefined): string | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  if (startsLikePdf(bytes)) return null;
  if (bytes.includes(0)) return decodeWide(bytes);
  const utf8 = tryDecoding(bytes, 'utf-8');
  for (const label of [charset, declaredEncoding(bytes)]) {
    const text = label ? decodeAsTold(bytes, label, utf8) : null;
    if (text !== null && !holdsControls(bytes)) return text;
  }
  if (utf8 !== null) return utf8;
  if (holdsControls(bytes)) return null;
  return decodeDamagedUtf8(bytes) ?? decoderOf(guessedEncoding(bytes), false)?.decode(bytes) ?? null;
}

/**
 * The text of a file, page or feed: by its byte order mark, else UTF-16 by its NULs, else `charset` (as an HTTP header
 * tells it), its own XML declaration or meta element, UTF-8, and last by its letters. `label` names the file in the
 * sentence of the InputError that binary or oversized data gives.
 */
export function decodeText(bytes: Uint8Array, label: string, charset?: string): string {
  if (bytes.length > MAX_ARTICLE_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    throw new InputError(`${label} has ${size} MB, more than the 10 MB of an article: split it.`);
  }
  const text = decode(bytes, charset);
  if (text === null) throw new InputError(`${label} ${NOT_TEXT}`);
  return text;
}
