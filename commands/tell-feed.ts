import type { FeedSubscription } from '../src/records/feed-subscription.ts';
import type { ListedItem, View } from '../src/records/view.ts';

/** A feed as a listing tells it: state, filters and counts, when it was and will be read, and what went wrong. */
export function tellFeed(feed: FeedSubscription): ListedItem {
  const { title, url, id, state, failures, lastError, stored, failed, lastEntryError, filters } = feed;
  const told = state === 'active' && failures > 0 ? `failing, ${failures} times in a row` : state;
  const asked = [
    ...(filters.only.length > 0 ? [`only ${filters.only.join('; ')}`] : []),
    ...(filters.except.length > 0 ? [`except ${filters.except.join('; ')}`] : []),
  ];
  return {
    name: title ?? url,
    facts: [
      [...(title === null ? [] : [url]), `id ${id}`].join(' · '),
      [told, ...asked, `${stored} articles`].join(' · '),
      `last read ${instant(feed.lastSuccess)} · next try ${state === 'active' ? instant(feed.nextTry) : 'never'}`,
      ...(lastError === null ? [] : [lastError]),
      ...(failed === 0 ? [] : [`${failed} entries could not be stored, the last: ${lastEntryError ?? ''}`]),
    ],
  };
}

/** Title, address and id. */
export function feedName({ title, url, id }: FeedSubscription): string {
  return `${title === null ? url : `${title}, ${url}`} (${id})`;
}

/** One feed and what was done with it. */
export function tellChange(what: string, feed: FeedSubscription, note: string | null = null): View {
  return { kind: 'listing', listing: { title: what, items: [tellFeed(feed)], note } };
}

function instant(iso: string | null): string {
  return iso === null ? 'never' : `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
