import type { parseAtomFeed } from 'feedsmith';
import type { FeedEntry, FeedText } from '../../records/feed.ts';
import { addressOf, datesOf, wordsOf, type FeedParts } from './parts.ts';

type AtomFeed = ReturnType<typeof parseAtomFeed<string>>;
type AtomEntry = NonNullable<AtomFeed['entries']>[number];
interface AtomText {
  readonly value?: string;
  readonly type?: string;
}
type AtomLinks = AtomEntry['links'];

/** Atom 1.0 (RFC 4287) and 0.3. */
export function fromAtom(feed: AtomFeed): FeedParts {
  return {
    title: textOf(feed.title),
    link: linkOf(feed.links),
    language: wordsOf(feed.xml?.lang, feed.dc?.languages?.[0]),
    minutesToLive: null,
    entries: (feed.entries ?? []).map(entryOf),
  };
}

function entryOf(entry: AtomEntry): FeedEntry {
  const { media, dc } = entry;
  return {
    id: wordsOf(entry.id),
    link: linkOf(entry.links) ?? (entry.content?.src === undefined ? null : addressOf(entry.content.src)),
    title: textOf(entry.title) ?? textOf(media?.title),
    ...datesOf(entry.published ?? dc?.dates?.[0], entry.updated),
    authors: [
      ...(entry.authors ?? []).map((author) => author.name ?? author.email ?? ''),
      ...(dc?.creators ?? []),
    ],
    categories: (entry.categories ?? []).map((category) => category.label ?? category.term ?? ''),
    language: wordsOf(entry.xml?.lang),
    summary: textOf(entry.summary) ?? textOf(media?.description ?? media?.groups?.[0]?.description),
    content: textOf(entry.content),
  };
}

/** `text/plain` and `text` are text; without a type markup shows itself, which old feeds rely on. */
function textOf(text: AtomText | undefined): FeedText | null {
  if (text?.value === undefined) return null;
  const type = text.type?.toLowerCase() ?? (/<\w+[^<>]*>/u.test(text.value) ? 'html' : 'text');
  return { value: text.value, type: /html|xml/u.test(type) ? 'html' : 'text' };
}

/** The page itself: `alternate`, or no relation, HTML before other types. */
function linkOf(links: AtomLinks): string | null {
  const candidates = (links ?? []).filter(
    ({ rel }) => rel === undefined || rel.toLowerCase() === 'alternate',
  );
  const pages = candidates.filter(({ type }) => type === undefined || type.toLowerCase().includes('html'));
  return [...pages, ...candidates].map(({ href }) => addressOf(href)).find((href) => href !== null) ?? null;
}
