/** The cookies of one fetch: kept from one redirect to the next and then forgotten. */
export interface Cookies {
  /** Takes what an answer from `url` sets (its `set-cookie` headers). */
  keep(url: URL, headers: readonly string[]): void;
  /** The `cookie` header for a request to `url`; empty for none. */
  headerFor(url: URL): string;
}

interface Cookie {
  readonly host: string;
  readonly pair: string;
  readonly isSecure: boolean;
}

const MAX_COOKIES = 30;
/** In characters, all of a host's together: servers refuse longer headers. */
const MAX_LENGTH = 6000;

/** What a header may hold: visible ASCII without a semicolon, an equals sign within. */
const PAIR = /^(?<name>[\x21-\x3a\x3c\x3e-\x7e]+)=[\x20-\x3a\x3c-\x7e]*$/u;

/**
 * Some sites send every new reader on to the same address with a cookie, over and over until it comes back. Each cookie
 * goes back to the very host that set it, and nowhere else.
 */
export function createCookies(): Cookies {
  const kept = new Map<string, Cookie>();
  return {
    keep(url, headers) {
      for (const header of headers.slice(0, MAX_COOKIES)) {
        const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
        const name = pair.length > MAX_LENGTH ? undefined : PAIR.exec(pair)?.groups?.['name'];
        if (name === undefined) continue;
        const isSecure = attributes.some((attribute) => /^secure$/iu.test(attribute));
        const isOver = attributes.some((attribute) => /^max-age=\s*(?:0|-\d+)$/iu.test(attribute));
        const key = `${url.hostname} ${name}`;
        kept.delete(key);
        if (!isOver && kept.size < MAX_COOKIES) kept.set(key, { host: url.hostname, pair, isSecure });
      }
    },
    headerFor(url) {
      const own = [...kept.values()].filter(
        ({ host, isSecure }) => host === url.hostname && (!isSecure || url.protocol === 'https:'),
      );
      const header = own.map(({ pair }) => pair).join('; ');
      return header.length > MAX_LENGTH ? '' : header;
    },
  };
}
