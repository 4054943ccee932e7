import { Readability } from '@mozilla/readability';
import { parseHTML, type DomDocument, type DomElement, type DomNode } from 'linkedom';
import { isElement, isText, type PageElement, type PageText } from './tree.ts';

/** More nodes than this are no article, or a hostile one; Readability would take seconds over them. */
const MAX_NODES = 12_000;

/** Attributes by which Readability tells text from furniture. */
const TELLING = new Set(['class', 'id', 'role', 'rel', 'itemprop', 'href']);

interface Copy {
  readonly document: DomDocument;
  /** The page's own text for each text of the copy. */
  readonly originals: Map<DomNode, PageText>;
  readonly attributes: ReadonlySet<string>;
}

function countNodes({ childNodes }: PageElement): number {
  return childNodes.reduce((sum, node) => sum + (isElement(node) ? countNodes(node) : 0), childNodes.length);
}

function copyInto(copy: Copy, parent: DomElement, from: PageElement): void {
  for (const node of from.childNodes) {
    if (isText(node)) {
      const text = copy.document.createTextNode(node.value);
      copy.originals.set(text, node);
      parent.appendChild(text);
    } else if (isElement(node)) {
      const element = copy.document.createElement(node.tagName);
      for (const { name, value } of node.attrs)
        if (copy.attributes.has(name)) element.setAttribute(name, value);
      copyInto(copy, element, node);
      parent.appendChild(element);
    }
  }
}

function textsIn(content: DomNode, copy: Copy, found: Set<PageText>): ReadonlySet<PageText> {
  for (const node of content.childNodes) {
    const original = copy.originals.get(node);
    if (original === undefined) textsIn(node, copy, found);
    else found.add(original);
  }
  return found;
}

/**
 * The texts of a page that Mozilla's Readability takes for the article's. It works on a copy of the page, and what it
 * makes of it is not used: only which texts it kept. Without `byNames` it does not look at classes and ids, the second
 * try for pages whose names mislead it. Empty where it finds no article.
 */
export function findReadable(body: PageElement, { byNames }: { byNames: boolean }): ReadonlySet<PageText> {
  if (countNodes(body) > MAX_NODES) return new Set();
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const attributes = byNames ? TELLING : new Set(['href']);
  const copy: Copy = { document, attributes, originals: new Map() };
  copyInto(copy, document.body, body);
  const reader = new Readability<ReadonlySet<PageText>>(document, {
    keepClasses: true,
    disableJSONLD: true,
    // Else it would start over from the page's source, and lose which text is which; 0 would mean 500.
    charThreshold: -1,
    serializer: (content) => textsIn(content, copy, new Set()),
  });
  try {
    return reader.parse()?.content ?? new Set();
  } catch {
    // Hostile pages overflow its stack; we have other ways to find text.
    return new Set();
  }
}
