import type { ArticleDraft } from '../records/article.ts';
import { canonicalLine, canonicalText } from './canonical.ts';
import { decodeText } from './decode.ts';
import { splitFrontMatter } from './front-matter.ts';
import { contentHash } from './identity.ts';
import { splitLeadingDate } from './leading-date.ts';
import { readLink } from './link.ts';
import { readMarkdown } from './markdown.ts';
import { readPage, type ReadPage } from './page/read-page.ts';
import { emptyPage, refuseBlockPage } from './page/refuse.ts';
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

/** What a text without markup tells: nothing but itself. */
const UNTOLD: ReadPage = {
  title: null,
  outlet: null,
  byline: null,
  published: null,
  modified: null,
  language: null,
  url: null,
  text: '',
  hasScripts: false,
  isPaid: false,
  around: '',
};

const READERS: Readonly<Record<Format, (body: string, address: string | null) => ReadPage>> = {
  html: readPage,
  markdown: (body) => ({ ...UNTOLD, ...readMarkdown(body) }),
  plain: (body) => ({ ...UNTOLD, text: readPlainText(body) }),
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
 * An article from the bytes of a text, Markdown or HTML file, from standard input or pasted. Title, outlet, address and
 * date come from `overrides`, else from front matter, else from the text or page itself.
 * Throws InputError when it holds no text, is binary or larger than 10 MB, when a page stands in an article's place
 * (consent, paywall, not found), or when a date or address can't be read.
 */
export function readArticle(raw: RawArticle): ArticleDraft {
  const { bytes, overrides } = raw;
  const label = labelOf(raw);
  const decoded = decodeText(bytes, label, charsetOf(raw.contentType)).replace(/\r\n?/gu, '\n');
  const { fields, body } = splitFrontMatter(decoded);
  const dated = splitLeadingDate(body);
  const format = formatOf(raw, dated.body);
  const told = overrides.url ?? fields.url;
  const url = told === undefined ? null : readLink(told);
  const page = READERS[format](dated.body, url ?? raw.fetchedFrom ?? null);
  const text = canonicalText(page.text);
  if (text === '') throw emptyPage(label, page.hasScripts);
  if (format === 'html') refuseBlockPage(label, { ...page, text });
  const published = overrides.published ?? fields.published ?? dated.date;
  const address = page.url ?? raw.fetchedFrom;
  return {
    title: firstLine(overrides.title, fields.title, page.title),
    outlet: firstLine(overrides.outlet, fields.outlet, page.outlet),
    byline: firstLine(fields.byline, page.byline),
    publishedAt: published === null ? page.published : readPublished(published),
    modifiedAt: fields.modified === undefined ? page.modified : readPublished(fields.modified),
    language: firstLine(fields.language, page.language),
    url: url ?? (address === undefined ? null : readLink(address)),
    text,
    contentHash: contentHash(text),
  };
}
