/** How a link that leads through another site hides where it goes. */
interface Wrapper {
  readonly host: RegExp;
  readonly path: RegExp;
  readonly unwrap: (url: URL) => string | null;
}

const inParameter =
  (...names: readonly string[]) =>
  ({ searchParams }: URL): string | null =>
    names.map((name) => searchParams.get(name)).find((value) => value !== null) ?? null;

/** `/amp/s/harbour.example/story`: `s` stands for https. */
function unwrapAmpPath({ pathname, search }: URL): string | null {
  const { secure, rest } = /^\/(?:amp|[cvi])\/(?<secure>s\/)?(?<rest>.+)$/u.exec(pathname)?.groups ?? {};
  return rest === undefined ? null : `http${secure === undefined ? '' : 's'}://${rest}${search}`;
}

/** `/v3/__https://harbour.example/story__;…`: urldefense, third version; a star stands for a letter told elsewhere. */
function unwrapUrldefense({ pathname, search }: URL): string | null {
  return /^\/v3\/__(?<link>[^*]+?)__;/u.exec(pathname + search)?.groups?.['link'] ?? null;
}

/** `…/RU=https%3a%2f%2fharbour.example/RK=…`: Yahoo's search. */
function unwrapYahoo({ pathname }: URL): string | null {
  const link = /\/RU=(?<link>[^/]+)\//u.exec(pathname)?.groups?.['link'];
  try {
    return link === undefined ? null : decodeURIComponent(link);
  } catch {
    return null;
  }
}

/** The number at the start of a length-delimited protobuf field, and how many bytes it takes. */
function readLength(bytes: Uint8Array, at: number): { length: number; size: number } {
  const first = bytes[at] ?? 0;
  return first < 0x80
    ? { length: first, size: 1 }
    : { length: (first & 0x7f) | ((bytes[at + 1] ?? 0) << 7), size: 2 };
}

/** What a link of Google News names its article by; null for any other address. */
export function keyOfGoogleNews({ pathname }: URL): string | null {
  return /\/(?:articles|read)\/(?<key>[\w-]+)/u.exec(pathname)?.groups?.['key'] ?? null;
}

/**
 * Google News wraps an article's address in a protobuf message, field 4, as base64 in the path. Newer links hold a key
 * there that only Google can resolve: what it gives then is no address.
 */
function unwrapGoogleNews(url: URL): string | null {
  const key = keyOfGoogleNews(url);
  if (key === null) return null;
  const bytes = Buffer.from(key, 'base64url');
  const at = bytes.indexOf(Uint8Array.of(0x08, 0x13, 0x22));
  if (at === -1) return null;
  const { length, size } = readLength(bytes, at + 3);
  const start = at + 3 + size;
  return bytes.subarray(start, start + length).toString('utf8');
}

const WRAPPERS: readonly Wrapper[] = [
  {
    host: /^news\.google(?:\.[a-z]{2,3}){1,2}$/u,
    path: /^\/(?:rss\/)?(?:articles|read)\//u,
    unwrap: unwrapGoogleNews,
  },
  {
    host: /^(?:www\.|news\.url\.)?google(?:\.[a-z]{2,3}){1,2}$/u,
    path: /^\/url$/u,
    unwrap: inParameter('q', 'url'),
  },
  { host: /^www\.google(?:\.[a-z]{2,3}){1,2}$/u, path: /^\/amp\//u, unwrap: unwrapAmpPath },
  { host: /(?:^|\.)cdn\.ampproject\.org$/u, path: /^\/[cvi]\//u, unwrap: unwrapAmpPath },
  { host: /^(?:l|lm)\.(?:facebook|instagram)\.com$/u, path: /^\/(?:l\.php)?$/u, unwrap: inParameter('u') },
  { host: /^(?:www\.)?facebook\.com$/u, path: /^\/l\.php$/u, unwrap: inParameter('u') },
  { host: /\.safelinks\.protection\.outlook\.com$/u, path: /^\//u, unwrap: inParameter('url') },
  { host: /^urldefense\.(?:com|us)$/u, path: /^\/v3\//u, unwrap: unwrapUrldefense },
  { host: /^out\.reddit\.com$/u, path: /^\//u, unwrap: inParameter('url') },
  { host: /^(?:www\.)?bing\.com$/u, path: /^\/news\/apiclick\.aspx$/u, unwrap: inParameter('url') },
  { host: /^(?:html\.|www\.)?duckduckgo\.com$/u, path: /^\/l\/$/u, unwrap: inParameter('uddg') },
  { host: /^(?:www\.)?youtube\.com$/u, path: /^\/redirect$/u, unwrap: inParameter('q') },
  { host: /^slack-redir\.net$/u, path: /^\/link$/u, unwrap: inParameter('url') },
  { host: /^away\.vk\.com$/u, path: /^\/away\.php$/u, unwrap: inParameter('to') },
  { host: /^vk\.com$/u, path: /^\/away\.php$/u, unwrap: inParameter('to') },
  {
    host: /^(?:www\.)?linkedin\.com$/u,
    path: /^\/(?:redir\/redirect|safety\/go)$/u,
    unwrap: inParameter('url'),
  },
  { host: /^r\.search\.yahoo\.com$/u, path: /\/RU=/u, unwrap: unwrapYahoo },
];

const MAX_LAYERS = 5;

/** The address that a link leads to where the link itself holds it, through as many wrappers as there are. */
export function unwrapLink(url: URL): URL {
  let current = url;
  for (let layer = 0; layer < MAX_LAYERS; layer += 1) {
    const { hostname, pathname } = current;
    const wrapper = WRAPPERS.find(({ host, path }) => host.test(hostname) && path.test(pathname));
    const inner = URL.parse(wrapper?.unwrap(current) ?? '');
    if (inner === null || !['http:', 'https:'].includes(inner.protocol)) return current;
    current = inner;
  }
  return current;
}

/** Whether an address is one of Google News's of which only Google knows where it leads. */
export function isSealedGoogleNews({ hostname, pathname }: URL): boolean {
  return (
    /^news\.google(?:\.[a-z]{2,3}){1,2}$/u.test(hostname) &&
    /^\/(?:rss\/)?(?:articles|read)\//u.test(pathname)
  );
}
