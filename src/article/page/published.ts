import { asText, type LinkedObject } from './json-ld.ts';
import { lineOf, standsIn, type PageFacts } from './page-facts.ts';
import { attribute, type PageElement } from './tree.ts';
import { findWrittenDate, readMachineDate, type NumberOrder } from './written-date.ts';

/** When an article was published and last changed: instants with their zone as given, or days. */
export interface PageDates {
  readonly published: string | null;
  readonly modified: string | null;
}

const PUBLISHED_METAS = [
  ...'article:published_time og:published_time og:article:published_time article:published article.published'.split(
    ' ',
  ),
  ...'datepublished date_published date-published published-date published_date published publishdate'.split(
    ' ',
  ),
  ...'publish_date publish-date publication_date publication-date publicationdate pubdate pub_date'.split(
    ' ',
  ),
  ...'parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime bt:pubdate'.split(
    ' ',
  ),
  ...'rnews:datepublished shareaholic:article_published_time originalpublicationdate article_date_original'.split(
    ' ',
  ),
  ...'article:publicationdate article:publication_date dc.date.issued dcterms.issued dc.date.publication'.split(
    ' ',
  ),
  ...'citation_publication_date citation_online_date prism.publicationdate eomportal-lastupdate vr:published_time'.split(
    ' ',
  ),
  ...'displaydate ptime dateposted datecreated article.created dc.date.created dc.created dcterms.created'.split(
    ' ',
  ),
  ...'dcterms.date dc.date citation_date date created creation_date article:created_time gentime og:pubdate'.split(
    ' ',
  ),
];

const MODIFIED_METAS = [
  ...'article:modified_time og:updated_time og:article:modified_time article:modified datemodified date_modified'.split(
    ' ',
  ),
  ...'modified_time updated_time dcterms.modified dc.date.modified dc.modified last-modified lastmod lastmodified'.split(
    ' ',
  ),
  ...'last_updated revision_date article.updated sailthru.updated'.split(' '),
];

const dayOf = (date: string): string => date.slice(0, 10);
const DAY_MS = 86_400_000;
const daysApart = (left: string, right: string): number =>
  (Date.parse(dayOf(left)) - Date.parse(dayOf(right))) / DAY_MS;

/** Month first is how numbers are read in the United States alone. */
function orderFor({ address }: PageFacts, language: string | null): NumberOrder {
  const country = address === null ? '' : (/\.([a-z]{2})$/u.exec(new URL(address).hostname)?.[1] ?? '');
  if (/^en-(?:US|PH)$/iu.test(language ?? ''))
    return country === '' || country === 'us' ? 'month-first' : 'day-first';
  if (/^en$/iu.test(language ?? '') || language === null)
    return country === '' || country === 'us' ? 'unknown' : 'day-first';
  return 'day-first';
}

function fromLinked(linked: readonly LinkedObject[], keys: readonly string[]): string | null {
  for (const object of linked) {
    for (const key of keys) {
      const date = readMachineDate(asText(object[key]) ?? '');
      if (date !== null) return date;
    }
  }
  return null;
}

function fromMeta({ meta }: PageFacts, names: readonly string[], order: NumberOrder): string | null {
  for (const name of names) {
    const date = readMachineDate(meta.get(name) ?? '', order);
    if (date !== null) return date;
  }
  return null;
}

/** Parts of a page whose dates are of something else. */
const ELSEWHERE =
  /(?<!(?:has|with|no|without)[_-])(?<![a-z\d])(?:comments?|commentlist|related|sidebar|footer|widget|teasers?|recommended|most-?(?:read|popular)|latest|recent|trending|popular|more-?(?:news|stories)|next|prev(?:ious)?|nav|menu|ticker|event|calendar|copyright|carousel)(?:$|[\s_-])/iu;

export const isElsewhere = (element: PageElement): boolean =>
  ['aside', 'footer', 'nav'].includes(element.tagName) ||
  ELSEWHERE.test(attribute(element, 'class')) ||
  ELSEWHERE.test(attribute(element, 'id'));

function dateOf(element: PageElement, order: NumberOrder): string | null {
  for (const name of [
    'datetime',
    'content',
    'title',
    'data-datetime',
    'data-time',
    'data-timestamp',
    'data-utime',
  ]) {
    const written = attribute(element, name);
    const date = /\d{4}/u.test(written) ? readMachineDate(written, order) : null;
    if (date !== null) return date;
  }
  const line = lineOf(element);
  return line.length <= 200 ? findWrittenDate(line, order) : null;
}

const names = (element: PageElement): string => `${attribute(element, 'class')} ${attribute(element, 'id')}`;

/** Elements that say by their markup that they hold the day of publication, the surest first. */
const MARKED: readonly ((element: PageElement) => boolean)[] = [
  (element) => /\bdatePublished\b/iu.test(attribute(element, 'itemprop')),
  (element) => element.attrs.some(({ name }) => name === 'pubdate'),
  (element) =>
    /(?:^|\s)(?:dt-published|published|entry-date|post-date|pubdate)(?:\s|$)/iu.test(
      attribute(element, 'class'),
    ) && !/modified|updated/iu.test(attribute(element, 'class').replace('published updated', '')),
  (element) => /\bdateCreated\b/iu.test(attribute(element, 'itemprop')),
  (element) => element.tagName === 'time',
  (element) =>
    /(?:^|[\s_-])(?:publish(?:ed)?|pub|post(?:ed)?|article|entry|story|news|blog|content)(?:[\s_-]*(?:on|info|meta|header|time|at))?[\s_-]*(?:date|time|datum|datetime|timestamp)/iu.test(
      names(element),
    ),
  (element) =>
    /(?:^|[\s_-])(?:date|datum|fecha|data|datetime|timestamp|dateline|published|posted|submitted|created|parution|veröffentlicht|time)(?:$|[\s_-])/iu.test(
      names(element),
    ),
  (element) =>
    /(?:^|[\s_-])(?:(?:post|entry|article|story)[-_]*(?:meta|info|details?)|meta|byline|subline|infoline|author|autor|kicker|publication|date\w*|\w*date)(?:$|[\s_-])/iu.test(
      names(element),
    ),
];

const CHANGED =
  /^[^\p{L}]*(?:last )?(?:updated|modified|aktualisiert|mis à jour|actualizado|atualizado|aggiornato|uppdaterad|oppdatert|обновлено)/iu;

/** Whether a line tells when something was changed, not when it was published. */
export const saysChanged = (line: string): boolean => CHANGED.test(line.slice(0, 60));

const isModification = (element: PageElement): boolean =>
  /modif|updat|aktualis/iu.test(`${attribute(element, 'itemprop')} ${attribute(element, 'class')}`) ||
  saysChanged(lineOf(element));

function fromMarkup({ elements, holders }: PageFacts, order: NumberOrder): string | null {
  const isOuter = (outer: PageElement): boolean => isElsewhere(outer) && !holders.has(outer);
  for (const isMarked of MARKED) {
    for (const element of elements) {
      if (!isMarked(element) || isElsewhere(element) || standsIn(element, isOuter)) continue;
      if (isModification(element)) continue;
      const date = dateOf(element, order);
      if (date !== null) return date;
    }
  }
  return null;
}

const ADDRESS_DATES = [
  /\/(?<year>(?:19|20)\d{2})[/_-]?(?<month>0[1-9]|1[0-2])[/_-]?(?<day>0[1-9]|[12]\d|3[01])(?=\D|$)/u,
  /[/_-](?<year>(?:19|20)\d{2})[_-](?<month>0?[1-9]|1[0-2])[_-](?<day>0?[1-9]|[12]\d|3[01])(?=\D|$)/u,
  /\/(?<year>(?:19|20)\d{2})\/(?<month>0?[1-9]|1[0-2])\/(?<day>0?[1-9]|[12]\d|3[01])(?=\D|$)/u,
  /\/(?<year>(?:19|20)\d{2})\/(?<name>[a-z]{3})\/(?<day>\d{1,2})(?=\D|$)/u,
];

/** The day in an address, such as /2024/09/10/ or -2024-09-10. */
function findAddressDate(address: string): string | null {
  const { pathname } = new URL(address);
  for (const written of ADDRESS_DATES) {
    const groups = written.exec(pathname)?.groups;
    if (groups === undefined) continue;
    const { year, month, name, day } = groups;
    const date = findWrittenDate(name === undefined ? `${year}-${month}-${day}` : `${day} ${name} ${year}`);
    if (date !== null) return date;
  }
  return null;
}

/** The earlier of two days: a page that was changed often tells the day of the change for the day of publication. */
function earlier(told: string | null, other: string | null): string | null {
  if (told === null || other === null) return told ?? other;
  return daysApart(told, other) > 1 ? other : told;
}

/**
 * When an article was published and changed, as far as its page tells for sure: from JSON-LD, metas, markup, the
 * address and the lines near the headline. No date rather than a doubtful one.
 */
export function readDates(
  facts: PageFacts,
  language: string | null,
  nearHeadline: (order: NumberOrder) => string | null,
): PageDates {
  const order = orderFor(facts, language);
  const inAddress = facts.address === null ? null : findAddressDate(facts.address);
  const told = earlier(
    fromLinked(facts.linked, ['datePublished', 'dateCreated', 'uploadDate']),
    fromMeta(facts, PUBLISHED_METAS, order),
  );
  const published = earlier(told ?? fromMarkup(facts, order), inAddress) ?? nearHeadline(order);
  const modified = fromLinked(facts.linked, ['dateModified']) ?? fromMeta(facts, MODIFIED_METAS, order);
  return {
    published,
    modified:
      modified === null || published === null || daysApart(modified, published) >= 0 ? modified : null,
  };
}
