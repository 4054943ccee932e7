/** Nobody is left alone for longer than this at a time, in milliseconds. */
const LONGEST = 24 * 60 * 60_000;

/** When a host that sent this `retry-after` header may be asked again: seconds, or an HTTP date. Null for neither. */
export function readRetryAfter(header: string | null, now: Date): Date | null {
  if (header === null) return null;
  const written = header.trim();
  const wait = /^\d{1,10}$/u.test(written)
    ? Number(written) * 1000
    : /^[A-Z][a-z]{2,8},? /u.test(written)
      ? Date.parse(written) - now.getTime()
      : Number.NaN;
  return Number.isNaN(wait) ? null : new Date(now.getTime() + Math.min(Math.max(wait, 0), LONGEST));
}
