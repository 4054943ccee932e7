import { findDataDate } from './data-date.ts';
import { asText, type LinkedObject } from './json-ld.ts';
import { fromMarkup } from './markup-date.ts';
import type { PageFacts } from './page-facts.ts';
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

/** The year and the month in an address, where a page shows day and month alone: /2031/03/story and `04 Mar`. */
function findDayOfMonth(address: string | null, dayNear: (year: string) => string | null): string | null {
  const { year, month } =
    /\/(?<year>(?:19|20)\d{2})\/(?<month>0[1-9]|1[0-2])\//u.exec(
      address === null ? '' : new URL(address).pathname,
    )?.groups ?? {};
  const day = year === undefined ? null : dayNear(year);
  return day?.slice(0, 7) === `${year}-${month}` ? day : null;
}

/** The earlier of two days: a page that was changed often tells the day of the change for the day of publication. */
function earlier(told: string | null, other: string | null): string | null {
  if (told === null || other === null) return told ?? other;
  return daysApart(told, other) > 1 ? other : told;
}

/** What is known of an article besides its page's facts. */
interface Known {
  readonly title: string | null;
  readonly language: string | null;
  /** The day in the lines near the headline; of this year, where they tell none. */
  readonly nearHeadline: (order: NumberOrder, year?: string) => string | null;
}

/** What an element shows may be of something that the article is about, where the address tells another day. */
function besides(inAddress: string | null, marked: string | null): string | null {
  if (inAddress === null || marked === null) return inAddress ?? marked;
  return Math.abs(daysApart(marked, inAddress)) > 1 ? inAddress : marked;
}

/**
 * When an article was published and changed, as far as its page tells for sure: from JSON-LD, metas, data in scripts,
 * markup, the address and the lines near the headline. No date rather than a doubtful one.
 */
export function readDates(facts: PageFacts, { title, language, nearHeadline }: Known): PageDates {
  const order = orderFor(facts, language);
  const inAddress = facts.address === null ? null : findAddressDate(facts.address);
  const told = earlier(
    fromLinked(facts.linked, ['datePublished', 'dateCreated', 'uploadDate']),
    fromMeta(facts, PUBLISHED_METAS, order),
  );
  const data = told ?? findDataDate(facts, title);
  const published =
    (data === null ? besides(inAddress, fromMarkup(facts, order)) : earlier(data, inAddress)) ??
    nearHeadline(order) ??
    findDayOfMonth(facts.address, (year) => nearHeadline(order, year));
  const modified = fromLinked(facts.linked, ['dateModified']) ?? fromMeta(facts, MODIFIED_METAS, order);
  return {
    published,
    modified:
      modified === null || published === null || daysApart(modified, published) >= 0 ? modified : null,
  };
}
