import type { parseJsonFeed } from 'feedsmith';
import type { FeedEntry, FeedText } from '../../records/feed.ts';
import { datesOf, markupOf, wordsOf, type FeedParts } from './parts.ts';
import { resolveAddress } from './resolve-address.ts';

type JsonFeed = ReturnType<typeof parseJsonFeed<string>>;
type JsonItem = NonNullable<JsonFeed['items']>[number];

/** JSON Feed 1.0 and 1.1. Relative addresses are resolved by the feed's own, which the format does not speak of. */
export function fromJson(feed: JsonFeed, address: string | null): FeedParts {
  const base = address ?? resolveAddress(feed.feed_url ?? '', null);
  return {
    title: plainOf(feed.title),
    link: resolved(feed.home_page_url, base),
    language: wordsOf(feed.language),
    minutesToLive: null,
    entries: (feed.items ?? []).map((item) => itemOf(item, base)),
  };
}

function itemOf(item: JsonItem, base: string | null): FeedEntry {
  return {
    id: wordsOf(item.id),
    link: resolved(item.url, base) ?? resolved(item.id, null) ?? resolved(item.external_url, base),
    title: plainOf(item.title),
    ...datesOf(item.date_published, item.date_modified),
    authors: (item.authors ?? []).map((author) => author.name ?? ''),
    categories: item.tags ?? [],
    language: wordsOf(item.language),
    summary: plainOf(item.summary),
    content: markupOf(item.content_html) ?? plainOf(item.content_text),
  };
}

function resolved(written: string | undefined, base: string | null): string | null {
  return written === undefined ? null : resolveAddress(written, base);
}

function plainOf(written: string | undefined): FeedText | null {
  const value = wordsOf(written);
  return value === null ? null : { value, type: 'text' };
}
