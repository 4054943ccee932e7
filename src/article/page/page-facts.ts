import { bare } from './bare.ts';
import { articlesOf, asText, readLinkedData, type LinkedObject } from './json-ld.ts';
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

function readMeta(metas: readonly PageElement[]): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const element of metas) {
    const content = attribute(element, 'content').trim();
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      for (const name of attribute(element, key).toLowerCase().split(/\s+/u)) {
        if (name !== '' && content !== '' && !meta.has(name)) meta.set(name, content);
      }
    }
  }
  return meta;
}

/** Whether an element tells of an item of its own without the page's headline: of a teaser. */
function isOfTeaser(element: PageElement, holders: ReadonlySet<PageElement>): boolean {
  let item: PageElement | null = null;
  standsIn(element, (outer) => {
    if (outer.attrs.some(({ name }) => name === 'itemscope')) item ??= outer;
    return item !== null;
  });
  return item !== null && !holders.has(item);
}

/** What names the headline of a post where the first heading is the site's. */
const POST_TITLE = /(?:^|\s)(?:entry|post|article)-?title(?:\s|$)/iu;

function holdersOf(elements: readonly PageElement[]): ReadonlySet<PageElement> {
  const named = elements.filter(
    (element) => /^h[23]$/u.test(element.tagName) && POST_TITLE.test(attribute(element, 'class')),
  );
  const headlines = elements
    .filter(({ tagName }) => tagName === 'h1')
    .concat(named.length === 1 ? named : []);
  const holders = new Set<PageElement>();
  for (const { parentNode } of headlines) {
    for (let at = parentNode; at !== null && 'tagName' in at; at = at.parentNode) holders.add(at);
  }
  return holders;
}

/** The objects with a headline that the page shows, where there are any, and those without one: others are of other articles. */
function ownOf(linked: readonly LinkedObject[], elements: readonly PageElement[]): readonly LinkedObject[] {
  const shown = elements
    .filter(({ tagName }) => tagName === 'h1' || tagName === 'title')
    .map((element) => bare(lineOf(element)));
  const headlineOf = (object: LinkedObject): string => bare(asText(object['headline']) ?? '');
  const isShown = (headline: string): boolean =>
    headline.length > 5 && shown.some((line) => line.includes(headline));
  if (!linked.some((object) => isShown(headlineOf(object)))) return linked;
  return linked.filter((object) => headlineOf(object) === '' || isShown(headlineOf(object)));
}

export function gatherFacts(root: PageElement, address: string | null): PageFacts {
  const elements = elementsOf(root);
  const holders = holdersOf(elements);
  const metas = elements.filter(({ tagName }) => tagName === 'meta');
  const ofTeasers = new Set(metas.filter((element) => isOfTeaser(element, holders)));
  return {
    root,
    elements,
    linked: ownOf(articlesOf(readLinkedData(elements)), elements),
    meta: readMeta([...metas.filter((element) => !ofTeasers.has(element)), ...ofTeasers]),
    holders,
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
