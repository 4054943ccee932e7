/** A file that is no text: each kind has its reader. `legacy` and `rich` are told what to do instead. */
export type DocumentKind = 'pdf' | 'docx' | 'mail' | 'legacy' | 'rich';

const SIGNATURES: readonly (readonly [kind: DocumentKind, bytes: readonly number[]])[] = [
  ['docx', [0x50, 0x4b, 0x03, 0x04]],
  ['legacy', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rich', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

const NAMES: readonly (readonly [kind: DocumentKind, name: RegExp])[] = [
  ['pdf', /\.pdf$/iu],
  ['docx', /\.docx$/iu],
  ['mail', /\.eml$/iu],
];

/** How far into a file a PDF's first bytes may stand; readers have always allowed for junk before them. */
const PDF_START = 1024;
const MAIL_START = 4096;

/** Fields that only a mail as it was sent has; prose that opens with `Subject:` has none of them. */
const MAIL_FIELD =
  /^(?:received|return-path|delivered-to|message-id|mime-version|dkim-signature|x-[\w-]+):/imu;
const MAIL_HEAD = /^(?:[!-9;-~]+:.*(?:\r?\n[ \t].*)*\r?\n)+/u;

/** What kind of document the bytes are, by themselves, else by the file's name; null for text and pages. */
export function documentKindOf(bytes: Uint8Array, fileName: string | null): DocumentKind | null {
  const signed = SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte));
  if (signed !== undefined) return signed[0];
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, MAIL_START));
  if (start.slice(0, PDF_START).includes('%PDF-') && !isNamedAsText(fileName)) return 'pdf';
  const named = NAMES.find(([, name]) => fileName !== null && name.test(fileName));
  if (named !== undefined) return named[0];
  const head = MAIL_HEAD.exec(start)?.[0] ?? '';
  return !isNamedAsText(fileName) && MAIL_FIELD.test(head) ? 'mail' : null;
}

/** An article may speak of `%PDF-`, or print the head of a mail. */
function isNamedAsText(fileName: string | null): boolean {
  return fileName !== null && /\.(?:txt|text|md|markdown|x?html?)$/iu.test(fileName);
}
