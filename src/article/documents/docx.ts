import { InputError } from '../../errors.ts';
import { canonicalLine } from '../canonical.ts';
import { readHtml } from '../html.ts';
import { documentDay, realDay } from './document-day.ts';
import type { DocumentText } from './document-text.ts';
import { zipStored } from './zip-stored.ts';
import { unzip } from './zip.ts';

/** What a document's words may unpack to, in bytes; pictures are not unpacked. */
const MAX_UNPACKED = 32 * 1024 * 1024;

const TITLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='title'] => h1:fresh"];

/** Numbers of footnotes within the text, and the arrows that lead back from the notes. */
const NOTE_MARKS = /<sup><a [^<>]*>\[\d+\]<\/a><\/sup>|<a href="#[\w-]*note-ref-[^<>]*>↑<\/a>/gu;

/**
 * The text of a Word document (.docx). Title and day come from its properties where they are plausible. Throws InputError
 * when it is damaged, no Word document, or unpacks to more than 32 MB.
 */
export async function readDocx(bytes: Uint8Array, label: string): Promise<DocumentText> {
  const isWanted = (name: string): boolean => /\.(?:xml|rels)$/iu.test(name);
  const parts = unzip(bytes, { isWanted, limit: MAX_UNPACKED, label });
  if (!parts.has('word/document.xml')) {
    throw new InputError(`${label} is no Word document: save it as .docx, or its words as text.`);
  }
  const page = readHtml(await convert(parts, label));
  const properties = new TextDecoder().decode(parts.get('docProps/core.xml'));
  const made = realDay(property(properties, 'dcterms:created') ?? '');
  return {
    text: page.text,
    title: page.title ?? statedTitle(property(properties, 'dc:title')),
    byline: null,
    outlet: null,
    published: documentDay(made, page.text),
  };
}

/** mammoth sees an archive that we packed, so that nothing in it can unpack to more. */
async function convert(parts: ReadonlyMap<string, Uint8Array>, label: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(zipStored(parts)) },
      { styleMap: TITLES, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
    );
    return value.replace(NOTE_MARKS, '');
  } catch (cause) {
    throw new InputError(`${label} is damaged: open it in Word and save it again.`, { cause });
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text of one element of the core properties, which is a flat list. */
function property(properties: string, name: string): string | null {
  const value = new RegExp(`<${name}(?:\\s[^<>]*)?>(?<value>[^<>]{1,1000})</${name}>`, 'u').exec(properties);
  const text = (value?.groups?.['value'] ?? '').replace(
    /&(amp|lt|gt|quot|apos);/gu,
    (all, entity: string) => ENTITIES[entity] ?? all,
  );
  return canonicalLine(text) || null;
}

/** A title of one word is a file's or a template's. */
function statedTitle(title: string | null): string | null {
  return title !== null && /\s/u.test(title) && !/\.docx?\b|^(?:microsoft|document)\b/iu.test(title)
    ? title
    : null;
}
