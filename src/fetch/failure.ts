import { AppError, FetchError } from '../errors.ts';
import { unreachable } from './guard-url.ts';

function codesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const inner = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [error.name, ...own, ...inner, ...codesOf(error.cause)];
}

/** Something was said before it failed, so a connection there was. */
const BROKEN = new Set([
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_SOCKET',
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_HEADERS_OVERFLOW',
  'ERR_STREAM_PREMATURE_CLOSE',
  'HTTPParserError',
]);

/** What a person is told of an answer that is none. */
export function brokenOff(url: URL, cause: unknown): FetchError {
  return new FetchError('broken', `${url.host} broke off its answer or garbled it: try again later.`, {
    cause,
  });
}

/** OpenSSL's names for what can be wrong with a certificate, and Node's for one of another host. */
const isCertificate = (code: string): boolean =>
  /^(?:ERR_TLS_CERT_ALTNAME_INVALID$|CERT_|UNABLE_TO_|.*_CERT(?:_|$))/u.test(code);

/**
 * What went wrong on the way to `url`, as one sentence for the person. Whether nothing answers there, the door is shut
 * or the address is private gives one and the same.
 */
export function describeFailure(
  error: unknown,
  {
    url,
    signal,
    deadline,
  }: { readonly url: URL; readonly signal: AbortSignal; readonly deadline: AbortSignal },
): unknown {
  if (error instanceof AppError) return error;
  if (signal.aborted)
    return new FetchError('stopped', `Fetching from ${url.host} was stopped.`, { cause: error });
  if (deadline.aborted) {
    return new FetchError('slow', `${url.host} takes too long to answer: try again later.`, {
      cause: error,
    });
  }
  const codes = codesOf(error);
  if (codes.some(isCertificate)) {
    const sentence = `The certificate of ${url.host} can't be trusted: check the address.`;
    return new FetchError('certificate', sentence, { cause: error });
  }
  if (codes.some((code) => BROKEN.has(code) || /^(?:HPE_|ERR_SSL_|EPROTO$)/u.test(code))) {
    return brokenOff(url, error);
  }
  return unreachable(url, error);
}
