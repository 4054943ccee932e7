import type { Masses } from './mass.ts';
import { attribute, elementsOf, type PageElement } from './tree.ts';

/** What themes and newsrooms call the element that holds an article's body. */
const BODY_NAME =
  /^(?:[a-z]{1,3}[-_]{1,2})?(?:main[-_]*)?(?:article|artikel|story|post|entry|news|blog|single|beitrag)[-_]*(?:main|full|inner|the)?[-_]*(?:body|content|text|texte|copy|bodycopy|inhalt|contenu)(?:[-_]+(?:wrapper|wrap|inner|container|content|inside))?$|^(?:full[-_]?text|body[-_]?text|field--name-body|field-name-body|article_?corps|texte?-article|noticia-(?:texto|interno)|cuerpo-noticia|mw-parser-output)$/iu;

/** Whether an element is named as the one that holds an article's body. */
export function isNamedBody(element: PageElement): boolean {
  if (element.attrs.length === 0) return false;
  if (/\barticleBody\b/iu.test(attribute(element, 'itemprop'))) return true;
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
  return names.length > 1 && names.split(/\s+/u).some((name) => BODY_NAME.test(name));
}

/** A named body with less of a page's text than this is a teaser's or a comment's. */
const BODY_SHARE = 0.1;

/** The elements that hold the article by what they are, with all that they stand in: the headline, the largest article, named bodies. */
export function findMain(root: PageElement, masses: Masses): ReadonlySet<PageElement> {
  const least = (masses.get(root) ?? 0) * BODY_SHARE;
  const massOf = (element: PageElement): number => masses.get(element) ?? 0;
  const all = elementsOf(root);
  const articles = all.filter(({ tagName }) => tagName === 'article');
  const largest = Math.max(0, ...articles.map(massOf));
  const held = all.filter(
    (element) =>
      element.tagName === 'h1' ||
      element.tagName === 'main' ||
      (element.tagName === 'article' && massOf(element) === largest) ||
      (massOf(element) >= least && isNamedBody(element)),
  );
  const main = new Set<PageElement>();
  for (const element of held) {
    for (let at: PageElement | null = element; at !== null && !main.has(at); at = parentOf(at)) main.add(at);
  }
  return main;
}

function parentOf({ parentNode }: PageElement): PageElement | null {
  return parentNode !== null && 'tagName' in parentNode ? parentNode : null;
}
