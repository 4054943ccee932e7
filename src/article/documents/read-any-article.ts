import { InputError } from '../../errors.ts';
import type { ArticleDraft } from '../../records/article.ts';
import { withLanguage } from '../language.ts';
import { MAX_ARTICLE_BYTES } from '../limits.ts';
import { readArticle, type RawArticle } from '../read.ts';
import type { DocumentText } from './document-text.ts';
import { documentKindOf, type DocumentKind } from './kind.ts';

/**
 * An article from the bytes of any file that we read: what `readArticle` takes, PDF, Word (.docx) and mail (.eml).
 * Throws InputError as `readArticle`, and when a document is damaged, protected or of a kind that is not read.
 */
export async function readAnyArticle(raw: RawArticle): Promise<ArticleDraft> {
  const kind = documentKindOf(raw.bytes, raw.fileName);
  if (kind === null) return withLanguage(readArticle(raw));
  const label = raw.fileName === null ? 'The file' : `The file ${raw.fileName}`;
  if (raw.bytes.length > MAX_ARTICLE_BYTES) {
    throw new InputError(`${label} is larger than the 10 MB of an article: split it.`);
  }
  const read = await READERS[kind]();
  const document = await read(raw.bytes, label);
  if (document.text.trim() === '')
    throw new InputError(`${label} holds no text: give the words of an article.`);
  const { overrides } = raw;
  const draft = readArticle({
    bytes: new TextEncoder().encode(document.text),
    fileName: null,
    fetchedFrom: raw.fetchedFrom,
    overrides: {
      ...overrides,
      title: overrides.title ?? document.title ?? undefined,
      outlet: overrides.outlet ?? document.outlet ?? undefined,
      published: overrides.published ?? document.published ?? undefined,
    },
  });
  return withLanguage({ ...draft, byline: draft.byline ?? document.byline });
}

type Reader = (bytes: Uint8Array, label: string) => Promise<DocumentText>;

const READERS: Readonly<Record<DocumentKind, () => Promise<Reader>>> = {
  pdf: async () => (await import('./pdf.ts')).readPdf,
  docx: async () => (await import('./docx.ts')).readDocx,
  mail: async () => (await import('./mail.ts')).readMail,
  legacy: async () => refuse('is an old Office file or has a password: save it as .docx without one.'),
  rich: async () => refuse('is RTF: save it as .docx or as text.'),
};

function refuse(problem: string): Reader {
  return async (_bytes, label) => {
    throw new InputError(`${label} ${problem}`);
  };
}
