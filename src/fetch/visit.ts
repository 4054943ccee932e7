import type { Dispatcher } from 'undici';
import { readBody } from './body.ts';
import { ACCEPT, readContentType, requireReadable, type ContentType, type Wanted } from './content-type.ts';
import { brokenOff } from './failure.ts';
import type { FetchLimits } from './settings.ts';
import { ACCEPT_ENCODING, unpack } from './unpack.ts';

/** One request and its answer, before any redirect is followed. */
export interface Visit extends ContentType {
  readonly status: number;
  /** The header as it came; null where there is none. */
  readonly header: (name: string) => string | null;
  /** Its `set-cookie` headers. */
  readonly cookies: readonly string[];
  /** Empty but for a success. */
  readonly bytes: Uint8Array;
}

export interface VisitOptions {
  readonly dispatcher: Dispatcher;
  readonly userAgent: string;
  readonly limits: FetchLimits;
  readonly signal: AbortSignal;
  /** What is wanted; null for what needs no check, such as robots.txt. */
  readonly wanted: Wanted | null;
  readonly headers?: Readonly<Record<string, string>>;
  /** What is posted; null for a request that only asks. */
  readonly form: string | null;
}

/** Interim answers (1xx) that a server may send before the one that counts. */
const MAX_INTERIM = 10;

/** Asks for one address, once. Throws FetchError for what is not readable or too large, else what the socket threw. */
export async function visit(url: URL, options: VisitOptions): Promise<Visit> {
  const { dispatcher, limits, wanted, form } = options;
  const stopping = new AbortController();
  let interim = 0;
  const response = await dispatcher.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method: form === null ? 'GET' : 'POST',
    body: form,
    signal: AbortSignal.any([options.signal, stopping.signal]),
    headersTimeout: limits.time,
    bodyTimeout: limits.time,
    headers: {
      'user-agent': options.userAgent,
      accept: wanted === null ? 'text/plain,*/*;q=0.1' : ACCEPT[wanted],
      'accept-encoding': ACCEPT_ENCODING,
      ...(form === null ? {} : { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }),
      ...options.headers,
    },
    onInfo() {
      interim += 1;
      if (interim > MAX_INTERIM) stopping.abort(brokenOff(url, new Error('too many interim answers')));
    },
  });
  const header = (name: string): string | null => [response.headers[name] ?? []].flat()[0] ?? null;
  const contentType = readContentType(header('content-type'));
  const isSuccess = response.statusCode >= 200 && response.statusCode < 300;
  // A body that is left unread would hold the connection; its end is nobody's error.
  response.body.on('error', () => {});
  try {
    if (isSuccess && wanted !== null) requireReadable(url, contentType.type, wanted);
    const packed = isSuccess
      ? await readBody(response.body, { url, limit: limits.wireBytes })
      : new Uint8Array();
    const bytes = await unpack(packed, header('content-encoding'), { url, limit: limits.bytes });
    const cookies = [response.headers['set-cookie'] ?? []].flat();
    return { status: response.statusCode, header, cookies, bytes, ...contentType };
  } finally {
    response.body.destroy();
  }
}
