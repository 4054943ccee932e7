import type { parseRdfFeed, parseRssFeed } from 'feedsmith';
import type { FeedEntry, FeedText } from '../../records/feed.ts';
import { addressOf, datesOf, markupOf, wordsOf, type FeedParts } from './parts.ts';

type RssFeed = ReturnType<typeof parseRssFeed<string>>;
type RdfFeed = ReturnType<typeof parseRdfFeed<string>>;
type RssItem = NonNullable<RssFeed['items']>[number];
type RdfItem = NonNullable<RdfFeed['items']>[number];

/** RSS 0.9x and 2.0, with the modules that carry texts, dates and names. */
export function fromRss(feed: RssFeed): FeedParts {
  return {
    title: titleOf(feed.title, feed.dc?.titles?.[0], feed.itunes?.title),
    link: addressOf(feed.link) ?? atomLink(feed.atom?.links),
    language: wordsOf(feed.language, feed.dc?.languages?.[0]),
    minutesToLive: feed.ttl ?? null,
    entries: (feed.items ?? []).map(itemOf),
  };
}

/** RSS 0.90 and 1.0. */
export function fromRdf(feed: RdfFeed): FeedParts {
  return {
    title: titleOf(feed.title, feed.dc?.titles?.[0]),
    link: addressOf(feed.link) ?? addressOf(feed.rdf?.about),
    language: wordsOf(feed.dc?.languages?.[0], feed.xml?.lang),
    minutesToLive: null,
    entries: (feed.items ?? []).map(rdfItemOf),
  };
}

function itemOf(item: RssItem): FeedEntry {
  const { dc, dcterms, atom, media, itunes, guid } = item;
  const isPermaLink = guid?.isPermaLink !== false;
  return {
    id: wordsOf(guid?.value, atom?.id, dc?.identifiers?.[0]),
    link: addressOf(item.link) ?? atomLink(atom?.links) ?? (isPermaLink ? addressOf(guid?.value) : null),
    title: titleOf(item.title, dc?.titles?.[0], media?.title?.value, itunes?.title),
    ...datesOf(
      item.pubDate ?? dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? dcterms?.created?.[0] ?? atom?.published,
      atom?.updated ?? dcterms?.modified?.[0],
    ),
    authors: [
      ...(dc?.creators ?? []),
      ...(item.authors ?? []).map((author) => author.name ?? author.email ?? ''),
      ...(atom?.authors ?? []).map((author) => author.name ?? ''),
    ],
    categories: [...(item.categories ?? []).map((category) => category.name ?? ''), ...(dc?.subjects ?? [])],
    language: wordsOf(dc?.languages?.[0], item.xml?.lang),
    summary: markupOf(item.description, dc?.descriptions?.[0], media?.description?.value, itunes?.summary),
    content: markupOf(item.content?.encoded),
  };
}

function rdfItemOf(item: RdfItem): FeedEntry {
  const { dc, dcterms } = item;
  return {
    id: wordsOf(item.rdf?.about, dc?.identifiers?.[0]),
    link: addressOf(item.link) ?? addressOf(item.rdf?.about),
    title: titleOf(item.title, dc?.titles?.[0]),
    ...datesOf(dc?.dates?.[0] ?? dcterms?.issued?.[0] ?? dcterms?.created?.[0], dcterms?.modified?.[0]),
    authors: dc?.creators ?? [],
    categories: dc?.subjects ?? [],
    language: wordsOf(dc?.languages?.[0]),
    summary: markupOf(item.description, dc?.descriptions?.[0]),
    content: markupOf(item.content?.encoded),
  };
}

/** Elements that feeds put into titles: any other `<…>` is a text about markup. */
const TITLE_MARKUP =
  /<\/?(?:a|abbr|b|big|br|cite|code|div|em|font|h\d|i|img|p|q|small|span|strong|sub|sup|tt|u|wbr)\b[^<>]*>/iu;

/** RSS does not say whether its titles are text or markup, so they are taken for what they look like. */
function titleOf(...values: readonly (string | undefined)[]): FeedText | null {
  const value = wordsOf(...values);
  if (value === null) return null;
  const isMarkup = TITLE_MARKUP.test(value) || /&(?:#\d+|#x[\da-f]+|[a-z]{2,8});/iu.test(value);
  return { value, type: isMarkup ? 'html' : 'text' };
}

interface Link {
  readonly href?: string;
  readonly rel?: string;
}

function atomLink(links: readonly Link[] | undefined): string | null {
  const found = links?.find(({ rel }) => rel === undefined || rel.toLowerCase() === 'alternate');
  return addressOf(found?.href);
}
