import { siteOf } from '../site.ts';
import { asText, asTexts, type LinkedObject } from './json-ld.ts';
import { MONTH_NAME } from './months.ts';
import { firstMeta, lineOf, standsIn, type PageFacts } from './page-facts.ts';
import { attribute, type PageElement } from './tree.ts';

/** An address of the Web, absolute; null for another. */
function toAddress(written: string | null, base: string | null): string | null {
  if (written === null || written.trim() === '') return null;
  const url = URL.parse(written.trim(), base ?? undefined);
  return url !== null && /^https?:$/u.test(url.protocol) ? url.href : null;
}

/** The address that the page wants to be known by. Where it was fetched is known, one on another site is not believed. */
export function readCanonicalUrl(facts: PageFacts): string | null {
  const link = facts.elements.find(
    (element) => element.tagName === 'link' && /(?:^|\s)canonical(?:\s|$)/iu.test(attribute(element, 'rel')),
  );
  const told = [
    link === undefined ? null : attribute(link, 'href'),
    firstMeta(facts, ['og:url', 'twitter:url']),
    ...facts.linked.map((object) => asText(object['url'])),
  ];
  const addresses = told.flatMap((written) => toAddress(written, facts.address) ?? []);
  const own = facts.address === null ? null : toAddress(facts.address, null);
  const isOwn = (address: string): boolean => own === null || siteOf(address) === siteOf(own);
  // A page that calls the site's front page its own address has been set up wrong.
  const isDeep = (address: string): boolean =>
    new URL(address).pathname !== '/' || own === null || new URL(own).pathname === '/';
  return addresses.find((address) => isOwn(address) && isDeep(address)) ?? own;
}

const OUTLET_METAS = [
  'og:site_name',
  'application-name',
  'dc.publisher',
  'dcterms.publisher',
  'citation_journal_title',
  'publisher',
  'twitter:app:name:iphone',
  'apple-mobile-web-app-title',
];

/** A site's name without the slogan behind it. */
const siteName = (name: string): string => name.split(/\s+[|»•]\s+/u)[0]?.trim() ?? name;

const isName = (name: string): boolean =>
  /\p{L}/u.test(name) && !/^https?:/iu.test(name) && name.length <= 100;

/** Who published it: as the page tells, else the host's name. */
export function readOutlet(facts: PageFacts): string | null {
  const told = [
    facts.meta.get('og:site_name') ?? null,
    ...facts.linked.map((object) => asText(object['publisher'])),
    firstMeta(facts, OUTLET_METAS),
    ...facts.linked.map((object) => asText(object['sourceOrganization'])),
  ];
  const name = told.find((candidate) => candidate !== null && isName(candidate));
  if (name !== undefined && name !== null) return siteName(name);
  const address = readCanonicalUrl(facts);
  return address === null ? null : new URL(address).hostname.replace(/^www\./u, '');
}

/** A byline without "By" in front and what follows the names: dates, roles, links to profiles. */
const DAY_BEHIND = new RegExp(String.raw`[,\s]+(?:\d{1,2}\.?\s+)?(?:${MONTH_NAME})\.?\s+\d.*$`, 'iu');

function cleanByline(written: string): string | null {
  const line = written
    .replace(/<[^<>]*>/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(
      /^\W*(?:(?:(?:written|posted|reported|words|text|story|published|publicado|publié) )?(?:by|von|par|por|di|av|af|door|autor(?:en)?|author|auteur|автор|текст|text)\b\s*:?\s*)+/iu,
      '',
    )
    .replace(
      /\s*(?:[|•·(]|\s[–—-]\s|,?\s(?:on|am|le|el)\s\d|\d{1,2}[./:]|(?:published|updated|posted)\b|\S*@\S+|[{}[\]<>]).*$/iu,
      '',
    )
    .replace(DAY_BEHIND, '')
    .replace(/[\s,;:]+$/u, '')
    .trim();
  const isWrong =
    line.length < 2 ||
    line.length > 120 ||
    line.split(' ').length > 16 ||
    !/\p{L}/u.test(line) ||
    /https?:|www\.|^(?:admin|administrator|staff|editor|redaktion|null|undefined|unknown|author|by)$/iu.test(
      line,
    );
  return isWrong ? null : line;
}

const BYLINE_METAS = [
  'author',
  'byl',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'dc.creator.personalname',
  'parsely-author',
  'sailthru.author',
  'citation_author',
  'cxenseparse:author',
  'authors',
  'byline',
  'twitter:data1:author',
];

const BYLINE_NAME =
  /(?:^|[\s_-])(?:by-?line(?:s|[-_]+(?:name|author|inner))?|author(?:s|[-_]*name|[-_]+link)?|article[-_]+author|post[-_]+author|entry[-_]+author|p-author|vcard|autor(?:en)?|auteur)(?:$|[\s_-])/iu;

const OUTSIDE =
  /(?:^|[\s_-])(?:comments?|related|sidebar|footer|widget|teaser|card|bio|recommended)(?:$|[\s_-])/iu;

const isOutside = (element: PageElement): boolean =>
  ['aside', 'footer', 'nav'].includes(element.tagName) ||
  OUTSIDE.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`);

function shownByline({ elements, holders }: PageFacts): string | null {
  const isOuter = (outer: PageElement): boolean => isOutside(outer) && !holders.has(outer);
  const isMarked = (element: PageElement): boolean =>
    /\bauthor\b/iu.test(attribute(element, 'rel')) ||
    /(?:^|\s)author(?:\s|$)/iu.test(attribute(element, 'itemprop'));
  const isNamed = (element: PageElement): boolean =>
    BYLINE_NAME.test(attribute(element, 'class')) || BYLINE_NAME.test(attribute(element, 'id'));
  for (const tells of [isMarked, isNamed]) {
    for (const element of elements) {
      if (!tells(element) || standsIn(element, isOuter)) continue;
      const byline = cleanByline(lineOf(element));
      if (byline !== null) return byline;
    }
  }
  return null;
}

const authorsOf = (object: LinkedObject): readonly string[] =>
  asTexts(object['author'] ?? object['creator']).flatMap((name) => cleanByline(name) ?? []);

/** Who wrote it, as the page tells or shows. */
export function readByline(facts: PageFacts): string | null {
  for (const object of facts.linked) {
    const names = [...new Set(authorsOf(object))];
    if (names.length > 0) return names.slice(0, 6).join(', ');
  }
  for (const name of BYLINE_METAS) {
    const byline = cleanByline(facts.meta.get(name) ?? '');
    if (byline !== null) return byline;
  }
  return shownByline(facts);
}

/** The language that the page says it is in, as BCP 47. */
export function readLanguage(facts: PageFacts): string | null {
  const told = [
    attribute(facts.root, 'lang'),
    attribute(facts.root, 'xml:lang'),
    firstMeta(facts, ['content-language', 'language', 'dc.language', 'dcterms.language', 'og:locale']) ?? '',
    ...facts.linked.map((object) => asText(object['inLanguage']) ?? ''),
  ];
  const tags = told.map((tag) => tag.trim().replaceAll('_', '-'));
  return tags.find((tag) => /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(tag)) ?? null;
}
