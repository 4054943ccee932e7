/** What the one who runs OnRecord decides about fetching. */
export interface FetchSettings {
  /** The ports that may be asked. */
  readonly ports: readonly number[];
  /** Hosts that are asked although they lie in a private network: `wiki.intranet`, or with one port, `10.1.2.3:8080`. */
  readonly privateHosts: readonly string[];
  /** An address for those who want to write to us, told in every request; null for none. */
  readonly contact: string | null;
}

/** Bounds of one fetch. Times are in milliseconds, sizes in bytes. */
export interface FetchLimits {
  /** From the first connection to the last byte, all redirects included. */
  readonly time: number;
  readonly connectTime: number;
  readonly headerBytes: number;
  /** As it comes over the wire. */
  readonly wireBytes: number;
  /** Once unpacked. */
  readonly bytes: number;
  readonly redirects: number;
  /** Between two fetches from one host. */
  readonly pause: number;
  /** Fetches under way at once, over all hosts. */
  readonly atOnce: number;
}

export const FETCH_LIMITS: FetchLimits = {
  time: 20_000,
  connectTime: 5000,
  headerBytes: 64 * 1024,
  wireBytes: 5 * 1024 * 1024,
  bytes: 10 * 1024 * 1024,
  redirects: 5,
  pause: 500,
  atOnce: 16,
};

/** The port an address is asked at, whether it says so or not. */
export function portOf({ port, protocol }: URL): number {
  return port === '' ? ({ 'http:': 80, 'https:': 443 }[protocol] ?? 0) : Number(port);
}

/** Whether `url` leads to a host, on a port, that is asked although it may lie in a private network. */
export function isNamedPrivateHost(url: URL, { privateHosts, ports }: FetchSettings): boolean {
  const port = portOf(url);
  if (privateHosts.includes(`${url.hostname}:${port}`)) return true;
  return privateHosts.includes(url.hostname) && ports.includes(port);
}
