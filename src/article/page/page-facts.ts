import { articlesOf, readLinkedData, type LinkedObject } from './json-ld.ts';
import { attribute, elementsOf, textOf, type PageElement } from './tree.ts';

/** What a page says of itself, gathered once for every reader of its details. */
export interface PageFacts {
  readonly root: PageElement;
  readonly elements: readonly PageElement[];
  /** The objects of its JSON-LD that tell of the article. */
  readonly linked: readonly LinkedObject[];
  /** The first `<meta>` of each name, property or itemprop, in lower case. */
  readonly meta: ReadonlyMap<string, string>;
  /** What a headline stands in: parts of the page that are its own, whatever they are called. */
  readonly holders: ReadonlySet<PageElement>;
  /** The page's address, as far as it is known. */
  readonly address: string | null;
}

function readMeta(elements: readonly PageElement[]): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const content = attribute(element, 'content').trim();
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of attribute(element, key).toLowerCase().split(/\s+/u)) {
        if (name !== '' && content !== '' && !meta.has(name)) meta.set(name, content);
      }
    }
  }
  return meta;
}

function holdersOf(elements: readonly PageElement[]): ReadonlySet<PageElement> {
  const holders = new Set<PageElement>();
  for (const { tagName, parentNode } of elements) {
    if (tagName !== 'h1') continue;
    for (let at = parentNode; at !== null && 'tagName' in at; at = at.parentNode) holders.add(at);
  }
  return holders;
}

export function gatherFacts(root: PageElement, address: string | null): PageFacts {
  const elements = elementsOf(root);
  return {
    root,
    elements,
    linked: articlesOf(readLinkedData(elements)),
    meta: readMeta(elements),
    holders: holdersOf(elements),
    address,
  };
}

/** The first of the metas that holds something. */
export function firstMeta({ meta }: PageFacts, names: readonly string[]): string | null {
  for (const name of names) {
    const value = meta.get(name);
    if (value !== undefined) return value;
  }
  return null;
}

/** The words of an element on one line. */
export function lineOf(element: PageElement): string {
  return textOf(element).replace(/\s+/gu, ' ').trim();
}

/** Whether an element stands in one that `isOuter` names. */
export function standsIn(element: PageElement, isOuter: (outer: PageElement) => boolean): boolean {
  for (let at = element.parentNode; at !== null && 'tagName' in at; at = at.parentNode) {
    if (isOuter(at)) return true;
  }
  return false;
}
