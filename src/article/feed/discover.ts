import { Tokenizer, TokenizerMode, type Token } from 'parse5';
import { decodeText } from '../decode.ts';
import { resolveAddress } from './resolve-address.ts';

const FEED_TYPES = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)$|^application\/json$|^text\/xml$/iu;

/** A page that names more is a directory. */
const MOST_FEEDS = 20;

/** Where sites keep their feed when no page says so. */
const COMMON_PATHS = [
  '/feed',
  '/rss',
  '/feed.xml',
  '/rss.xml',
  '/atom.xml',
  '/index.xml',
  '/feeds/posts/default',
];

/** The feeds that a page names in its `<link rel="alternate">`, in its order. */
export function feedsNamedBy(bytes: Uint8Array, address: string, charset?: string): readonly string[] {
  const feeds = new Set<string>();
  let base = address;
  const onStartTag = ({ tagName, attrs }: Token.TagToken): void => {
    const attribute = (name: string): string => attrs.find((one) => one.name === name)?.value.trim() ?? '';
    // Tags in a script are text.
    if (tagName === 'script') tokenizer.state = TokenizerMode.SCRIPT_DATA;
    if (tagName === 'style') tokenizer.state = TokenizerMode.RAWTEXT;
    if (tagName === 'base') base = resolveAddress(attribute('href'), address) ?? base;
    if (tagName !== 'link' || !/(?:^|\s)(?:alternate|feed)(?:\s|$)/iu.test(attribute('rel'))) return;
    const href =
      FEED_TYPES.test(attribute('type')) && attribute('href') !== ''
        ? resolveAddress(attribute('href'), base)
        : null;
    if (href !== null && feeds.size < MOST_FEEDS && !/\/comments\/|oembed|wp-json/iu.test(href))
      feeds.add(href);
  };
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag,
      onEndTag: nothing,
      onCharacter: nothing,
      onWhitespaceCharacter: nothing,
      onNullCharacter: nothing,
      onComment: nothing,
      onDoctype: nothing,
      onEof: nothing,
    },
  );
  tokenizer.write(decodeText(bytes, 'The page', charset), true);
  return [...feeds];
}

/** The addresses worth a try on a site that names no feed: under the page's own path, then at the top. */
export function commonFeedAddresses(address: string): readonly string[] {
  const { origin, pathname } = new URL(address);
  const folder = pathname.replace(/\/[^/]*$/u, '');
  const own = folder === '' ? [] : [`${origin}${folder}/feed`];
  return [...own, ...COMMON_PATHS.map((path) => `${origin}${path}`)];
}
