import { generateOpml, parseOpml } from 'feedsmith';
import { InputError } from '../../errors.ts';
import { decodeText } from '../decode.ts';
import { prepareXml } from './prepare-xml.ts';
import { resolveAddress } from './resolve-address.ts';

/** A feed as a list of feeds names it. */
export interface ListedFeed {
  readonly url: string;
  readonly title: string | null;
}

interface Outline {
  readonly xmlUrl?: string;
  readonly url?: string;
  readonly title?: string;
  readonly text?: string;
  readonly outlines?: readonly Outline[];
}

/** A list of more is no list of feeds to follow. */
const MOST_LISTED = 5000;

/**
 * The feeds of an OPML file, each once, folders opened. Throws InputError for what is no OPML, names no feed or more
 * than 5,000.
 */
export function readOpml(bytes: Uint8Array): readonly ListedFeed[] {
  const { root, xml } = prepareXml(decodeText(bytes, 'The list'), null);
  if (root !== 'opml')
    throw new InputError('This is no OPML file: export the list of feeds from your reader as OPML.');
  const feeds = new Map<string, ListedFeed>();
  for (const { xmlUrl, url, title, text } of flatten(outlinesOf(xml))) {
    const address = resolveAddress(xmlUrl ?? url ?? '', null);
    if (address !== null && !feeds.has(address))
      feeds.set(address, { url: address, title: title ?? text ?? null });
  }
  if (feeds.size === 0) throw new InputError('This OPML file names no feed.');
  if (feeds.size > MOST_LISTED)
    throw new InputError(`This OPML file names ${feeds.size} feeds, more than 5,000: split it.`);
  return [...feeds.values()];
}

/** The library throws for a list in which nothing stands. */
function outlinesOf(xml: string): readonly Outline[] {
  try {
    return parseOpml(xml).body?.outlines ?? [];
  } catch {
    return [];
  }
}

function* flatten(outlines: readonly Outline[]): Generator<Outline> {
  for (const outline of outlines) {
    yield outline;
    yield* flatten(outline.outlines ?? []);
  }
}

/** An OPML file of feeds, as readers import it. */
export function writeOpml(feeds: readonly (ListedFeed & { readonly site: string | null })[]): string {
  const outlines = feeds.map(({ url, title, site }) => ({
    type: 'rss',
    text: title ?? url,
    title: title ?? url,
    xmlUrl: url,
    ...(site === null ? {} : { htmlUrl: site }),
  }));
  return generateOpml({ head: { title: 'Feeds of OnRecord' }, body: { outlines } });
}
