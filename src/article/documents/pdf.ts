import { InputError } from '../../errors.ts';
import { documentDay, realDay } from './document-day.ts';
import type { DocumentText } from './document-text.ts';
import { linesOfPage, withoutRunningLines } from './pdf-lines.ts';
import { paragraphsOf, type PdfParagraph } from './pdf-paragraphs.ts';

/** Titles that programs give a file by themselves. */
const NO_TITLE =
  /^(?:microsoft \w+\b.*|untitled.*|document \d+|slide \d+|layout \d+|\S*)$|\.(?:docx?|indd|pdf|qxp|tex|pages|odt|rtf|html?)\b/iu;
/** A page printed from a browser was made when somebody printed it. */
const PRINTED_PAGE = /skia|chrom|mozilla|webkit|wkhtml|quartz pdfcontext/iu;

/**
 * The text of a PDF, lines joined to paragraphs. Title and day come from its metadata where they are plausible, the title
 * else from the first large line. Throws InputError when it is damaged, needs a password or holds no text (a scan).
 */
export async function readPdf(bytes: Uint8Array, label: string): Promise<DocumentText> {
  const { items, info } = await openPdf(bytes, label);
  const paragraphs = paragraphsOf(withoutRunningLines(items.map(linesOfPage)));
  if (paragraphs.length === 0) {
    throw new InputError(
      `${label} is a PDF without text, such as a scan: run text recognition over it first.`,
    );
  }
  const heading = headingOf(paragraphs);
  const stated = statedTitle(info['Title'], paragraphs);
  const title = stated ?? heading?.text ?? null;
  const body = paragraphs.filter(
    (paragraph) => paragraph !== heading && fold(paragraph.text) !== fold(title ?? ''),
  );
  const text = (body.length > 0 ? body : paragraphs).map((paragraph) => paragraph.text).join('\n\n');
  const producer = `${word(info['Producer'])} ${word(info['Creator'])}`;
  const made = PRINTED_PAGE.test(producer) ? null : readPdfDay(word(info['CreationDate']));
  return { text, title, byline: null, outlet: null, published: documentDay(made, text) };
}

async function openPdf(bytes: Uint8Array, label: string) {
  const { extractTextItems, getDocumentProxy, getMeta } = await import('unpdf');
  try {
    // pdf.js takes the bytes for itself, and no Buffer. Verbosity 0: what it warns of is for nobody here.
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      stopAtErrors: false,
      useSystemFonts: false,
      verbosity: 0,
    });
    const { items } = await extractTextItems(document);
    const info: Readonly<Record<string, unknown>> = (await getMeta(document)).info;
    return { items, info };
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    const problem =
      name === 'PasswordException'
        ? 'is protected by a password: save a copy without one.'
        : 'is damaged or no PDF: open it in a reader and save it again.';
    throw new InputError(`${label} ${problem}`, { cause });
  }
}

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How much larger than the text a heading is set, and where it may stand. */
const LARGER = 1.15;
const HEADING_AMONG = 6;

/** The largest paragraph at the first page's head, where it is set larger than the text. */
function headingOf(paragraphs: readonly PdfParagraph[]): PdfParagraph | null {
  const length = new Map<number, number>();
  for (const { size, text } of paragraphs) {
    const points = Math.round(size);
    length.set(points, (length.get(points) ?? 0) + text.length);
  }
  const [textSize = 0] = [...length].toSorted((left, right) => right[1] - left[1])[0] ?? [];
  const head = paragraphs.filter(({ page }) => page === 0).slice(0, HEADING_AMONG);
  const candidates = head.filter(
    ({ size, text }) => size > textSize * LARGER && text.length <= 300 && /\p{L}.*\s.*\p{L}/u.test(text),
  );
  return candidates.toSorted((left, right) => right.size - left.size)[0] ?? null;
}

/** The title of the metadata, where it is one that a person wrote and the text bears it out. */
function statedTitle(stated: unknown, paragraphs: readonly PdfParagraph[]): string | null {
  const title = word(stated).trim();
  if (title.length > 300 || NO_TITLE.test(title)) return null;
  const head = fold(
    paragraphs
      .slice(0, HEADING_AMONG)
      .map(({ text }) => text)
      .join(' '),
  );
  return head.includes(fold(title)) || headingOf(paragraphs) === null ? title : null;
}

/** The day of `D:20240910080000+02'00'`, as it was where it was made. */
function readPdfDay(written: string): string | null {
  const { year, month, day } =
    /^(?:D:)?(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})/u.exec(written)?.groups ?? {};
  return realDay(`${year}-${month}-${day}`);
}
