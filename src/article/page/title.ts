import { bare } from './bare.ts';
import { asText } from './json-ld.ts';
import { firstMeta, lineOf, standsIn, type PageFacts } from './page-facts.ts';
import type { PageElement } from './tree.ts';

const SEPARATOR = /\s+[|\-–—·•:»«/]{1,2}\s+|\s*[|»]\s*/u;

/** A title without the site's name in front of or behind it. */
function withoutSite(title: string, outlet: string | null): string {
  const parts = title.split(SEPARATOR).filter((part) => part.trim() !== '');
  if (parts.length < 2) return title;
  const isSite = (part: string): boolean => outlet !== null && bare(part) === bare(outlet);
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (isSite(last)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|\-–—·•:»«/]+$/u, '');
  if (isSite(first))
    return title.slice(title.indexOf(first) + first.length).replace(/^[\s|\-–—·•:»«/]+/u, '');
  const longest = parts.toSorted((left, right) => right.length - left.length)[0] ?? title;
  const cut = title.lastIndexOf(last);
  const isTail = last.split(/\s+/u).length <= 4 && /[|»·•–—]\s*$|\s-\s*$/u.test(title.slice(0, cut));
  return isTail && longest !== last ? title.slice(0, cut).replace(/[\s|\-–—·•:»«/]+$/u, '') : title;
}

/** How much two lines have in common, by their words: 1 where one holds all words of the other. */
function likeness(left: string, right: string): number {
  const words = (text: string): ReadonlySet<string> =>
    new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [one, other] = [words(left), words(right)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared / Math.max(1, Math.min(one.size, other.size));
}

const FRAME = new Set(['nav', 'aside', 'footer']);
const ARTICLE = new Set(['article', 'main']);

function headlines({ elements }: PageFacts, isOuter: (outer: PageElement) => boolean): readonly string[] {
  return elements
    .filter((element) => element.tagName === 'h1' && isOuter(element))
    .map(lineOf)
    .filter((line) => line.length > 1 && line.length < 400);
}

const SOCIAL = [
  'og:title',
  'twitter:title',
  'dc.title',
  'dcterms.title',
  'sailthru.title',
  'parsely-title',
  'title',
];

/** The headlines that a page tells machines, the surest first. */
function toldTitles(facts: PageFacts, outlet: string | null): readonly string[] {
  const head = facts.elements.find(({ tagName }) => tagName === 'title');
  const told = [
    ...facts.linked.map((object) => asText(object['headline'])),
    firstMeta(facts, SOCIAL),
    head === undefined ? null : lineOf(head),
  ];
  return told
    .flatMap((title) => (title === null ? [] : [withoutSite(title.replace(/<[^<>]*>/gu, ''), outlet).trim()]))
    .filter((title) => title !== '');
}

/** The headline as readers see it; where the page shows none that fits, the one it tells machines. */
export function readTitle(facts: PageFacts, outlet: string | null): string | null {
  const told = toldTitles(facts, outlet);
  const isFitting = (line: string): boolean =>
    told.some((title) => likeness(line, title) >= 0.7 && line.length >= title.length * 0.4);
  const shown = headlines(facts, (element) => !standsIn(element, ({ tagName }) => FRAME.has(tagName)));
  const inArticle = headlines(facts, (element) => standsIn(element, ({ tagName }) => ARTICLE.has(tagName)));
  const alone = inArticle.length === 1 ? inArticle[0] : undefined;
  return shown.find(isFitting) ?? alone ?? told[0] ?? shown[0] ?? null;
}
