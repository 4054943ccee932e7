/**
 * An address as written, made absolute by `base` where it is relative. One that is absolute stays as it is written.
 * Null for what can't be resolved and for schemes other than http and https.
 */
export function resolveAddress(written: string, base: string | null): string | null {
  const trimmed = written.trim();
  const absolute = URL.parse(trimmed);
  if (absolute !== null) return isWeb(absolute) ? trimmed : null;
  const resolved = base === null ? null : URL.parse(trimmed, base);
  return resolved !== null && isWeb(resolved) ? resolved.href : null;
}

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}
