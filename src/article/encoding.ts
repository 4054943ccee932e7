import { analyse } from 'chardet';

/** What of a file is looked at to tell its encoding, in bytes. */
const SAMPLE_BYTES = 64 * 1024;
/** An XML declaration or a `<meta charset>` stands near the start; some pages put scripts before it. */
const DECLARATION_BYTES = 4096;

/** Marks at the start of a file that tell its encoding, and the label TextDecoder knows it by. */
const BYTE_ORDER_MARKS: readonly (readonly [mark: readonly number[], label: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** The encoding told by a byte order mark, else null. */
export function markedEncoding(bytes: Uint8Array): string | null {
  const found = BYTE_ORDER_MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  return found?.[1] ?? null;
}

/** Each byte as one character. TextDecoder's "latin1" would not do: it is Windows-1252. */
function byteString(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

const DECLARATIONS = [
  /^\s*<\?xml[^<>]{0,200}?\sencoding\s*=\s*["'](?<label>[\w.:-]{1,40})["']/u,
  /<meta\b[^<>]{0,500}?\bcharset\s*=\s*["']?\s*(?<label>[\w.:-]{1,40})/iu,
  /^\s*@charset\s+"(?<label>[\w.:-]{1,40})"/u,
];

/** The encoding that a file's own XML declaration or meta element tells, else null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = byteString(bytes.subarray(0, DECLARATION_BYTES));
  for (const declaration of DECLARATIONS) {
    const label = declaration.exec(start)?.groups?.['label'];
    if (label !== undefined) return label;
  }
  return null;
}

/**
 * The byte order of UTF-16 without a mark. Spaces, line ends and digits have a NUL as their high byte in every script,
 * and next to nothing has one as its low byte. Null where the NULs tell no such thing.
 */
export function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const nuls = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nuls;
  const pairs = sample.length / 2;
  if (odd >= pairs * 0.03 && even <= odd * 0.01) return 'utf-16le';
  if (even >= pairs * 0.03 && odd <= even * 0.01) return 'utf-16be';
  return null;
}

/** The lines that hold letters beyond ASCII, without their tags: nothing else tells an encoding. */
function foreignPart(bytes: Uint8Array): Uint8Array {
  const lines = byteString(bytes)
    .replace(/<[^<>]*>/gu, ' ')
    .split('\n')
    .filter((line) => /[\u0080-\u00ff]/u.test(line));
  return Buffer.from(lines.join('\n'), 'latin1').subarray(0, SAMPLE_BYTES);
}

/** Under this chardet's guess is no better than the commonest encoding of the West. */
const SURE_ENOUGH = 15;

/** The likeliest encoding of bytes that are no UTF-8, by the pairs and triples of letters in them. */
export function guessedEncoding(bytes: Uint8Array): string {
  const best = analyse(foreignPart(bytes)).find(({ name }) => !/^(?:UTF|ASCII)/u.test(name));
  return best === undefined || best.confidence < SURE_ENOUGH ? 'windows-1252' : best.name;
}
