import { readHtml } from '../html.ts';
import { readBlocks } from './blocks.ts';
import { readByline, readCanonicalUrl, readLanguage, readOutlet } from './details.ts';
import { dropScripts } from './furniture.ts';
import { asText } from './json-ld.ts';
import { readMainText } from './main-text.ts';
import { gatherFacts, type PageFacts } from './page-facts.ts';
import { findDateNearHeadline } from './near-headline.ts';
import { readDates } from './published.ts';
import { readTitle } from './title.ts';
import { parseTree, type PageElement } from './tree.ts';

/** What a web page tells: its article's text, `\n\n` between paragraphs, and the details. Null is what it does not tell. */
export interface ReadPage {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly modified: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly text: string;
  /** All words that it shows, the article's among them. */
  readonly around: string;
  /** Whether it says that its article is for readers who pay. */
  readonly isPaid: boolean;
  /** Whether it brings programs along, which may be what makes its text. */
  readonly hasScripts: boolean;
}

const NOTHING = { outlet: null, byline: null, published: null, modified: null, language: null, url: null };

/** The body that JSON-LD tells, for pages that show only a part of it. */
function linkedBody({ linked }: PageFacts): string {
  const body =
    linked.map((object) => asText(object['articleBody']) ?? '').find((text) => text.length >= 400) ?? '';
  if (!/<(?:p|br|div)\b/iu.test(body)) return body.replace(/\n+/gu, '\n\n');
  const root = parseTree(body);
  return root === null
    ? ''
    : readBlocks(root, () => true)
        .map(({ text }) => text)
        .join('\n\n');
}

function childOf(root: PageElement, name: string): PageElement | null {
  return (
    root.childNodes.find((node): node is PageElement => 'tagName' in node && node.tagName === name) ?? null
  );
}

/**
 * Reads a web page: the article's text and what the page tells of it. `address` is where it lies, where that is known. A
 * page with too many elements, or nested too deep, is read without a tree: its words, and no details.
 */
export function readPage(html: string, address: string | null): ReadPage {
  const root = parseTree(html);
  const body = root === null ? null : childOf(root, 'body');
  if (root === null || body === null)
    return { ...NOTHING, ...readHtml(html), hasScripts: false, isPaid: false, around: '' };
  const facts = gatherFacts(root, address);
  const outlet = readOutlet(facts);
  const title = readTitle(facts, outlet);
  const language = readLanguage(facts);
  const url = readCanonicalUrl(facts);
  const byline = readByline(facts);
  const hasScripts = facts.elements.some(({ tagName }) => tagName === 'script');
  dropScripts(body);
  const dated = { ...facts, address: address ?? url };
  const { published, modified } = readDates(dated, {
    title,
    language,
    nearHeadline: (order, year) =>
      findDateNearHeadline(
        readBlocks(body, () => true),
        { title, facts, order, year },
      ),
  });
  const around = readBlocks(body, () => true)
    .map((block) => block.text)
    .join('\n');
  const shown = readMainText(body, title);
  const told = linkedBody(facts);
  const text = shown.length < told.length / 2 ? told : shown;
  const isPaid = facts.linked.some(({ isAccessibleForFree }) =>
    /^false$/iu.test(String(isAccessibleForFree)),
  );
  return { title, outlet, byline, published, modified, language, url, text, hasScripts, isPaid, around };
}
