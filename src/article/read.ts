import { InputError } from '../errors.ts';
import type { ArticleDraft } from '../records/article.ts';
import { canonicalLine, canonicalText } from './canonical.ts';
import { decodeText } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readHtml, type PageText } from './html.ts';
import { contentHash } from './identity.ts';
import { splitLeadingDate } from './leading-date.ts';
import { readLink } from './link.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain.ts';
import { readPublished } from './published.ts';

/** What a person says of an article; it goes before what the article says of itself. */
export interface ArticleOverrides {
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
  /** A day or an instant, as `readPublished` takes them. */
  readonly published?: string | undefined;
}

/** A text that came from outside. `fileName` tells the format; null for pasted text and standard input. */
export interface RawArticle {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
  /** The Content-Type header, where it came by HTTP: tells format and charset. */
  readonly contentType?: string | undefined;
  readonly overrides: ArticleOverrides;
  /** The address that answered after all redirects, where it was fetched. */
  readonly fetchedFrom?: string | undefined;
}

type Format = 'html' | 'markdown' | 'plain';

function formatOf({ fileName, contentType = '' }: RawArticle, text: string): Format {
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/iu.test(contentType)) return 'html';
  if (fileName !== null && /\.x?html?$/iu.test(fileName)) return 'html';
  if (fileName !== null && /\.(?:md|markdown)$/iu.test(fileName)) return 'markdown';
  return /^\s*<(?:!doctype\s+html|html)[\s>]/iu.test(text) ? 'html' : 'plain';
}

const READERS: Readonly<Record<Format, (body: string) => PageText>> = {
  html: readHtml,
  markdown: readMarkdown,
  plain: (body) => ({ title: null, text: readPlainText(body) }),
};

/** The charset that a Content-Type header tells. */
function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s*charset\s*=\s*["']?(?<label>[\w.:-]{1,40})/iu.exec(contentType ?? '')?.groups?.['label'];
}

function labelOf({ fileName, fetchedFrom }: RawArticle): string {
  if (fetchedFrom !== undefined) return `The page at ${new URL(fetchedFrom).host}`;
  return fileName === null ? 'The text' : `The file ${fileName}`;
}

/** The first of the values that is more than white space, as one canonical line. */
function firstLine(...values: readonly (string | null | undefined)[]): string | null {
  return values.map((value) => canonicalLine(value ?? '')).find((value) => value !== '') ?? null;
}

/**
 * An article from the bytes of a text, Markdown or simple HTML file, from standard input or pasted. Title, outlet,
 * address and date come from `overrides`, else from front matter, else from the text itself.
 * Throws InputError when it holds no text, is binary or larger than 10 MB, or when a date or address can't be read.
 */
export function readArticle(raw: RawArticle): ArticleDraft {
  const { bytes, overrides } = raw;
  const label = labelOf(raw);
  const decoded = decodeText(bytes, label, charsetOf(raw.contentType)).replace(/\r\n?/gu, '\n');
  const { fields, body } = splitFrontMatter(decoded);
  const dated = splitLeadingDate(body);
  const page = READERS[formatOf(raw, dated.body)](dated.body);
  const text = canonicalText(page.text);
  if (text === '') throw new InputError(`${label} holds no text: give the words of an article.`);
  const published = overrides.published ?? fields.published ?? dated.date;
  const url = overrides.url ?? fields.url ?? raw.fetchedFrom;
  return {
    title: firstLine(overrides.title, fields.title, page.title),
    outlet: firstLine(overrides.outlet, fields.outlet),
    byline: firstLine(fields.byline),
    publishedAt: published === null ? null : readPublished(published),
    modifiedAt: fields.modified === undefined ? null : readPublished(fields.modified),
    language: firstLine(fields.language),
    url: url === undefined ? null : readLink(url),
    text,
    contentHash: contentHash(text),
  };
}
