/**
 * A host without the prefix of another edition of the same pages. No more is taken off: `one.blogspot.com` must not pass
 * for `two.blogspot.com`, nor one .co.uk for another, for who speaks under an article's address can revise it.
 */
export const siteOf = (address: string): string =>
  new URL(address).hostname
    .replace(/\.$/u, '')
    .replace(/^(?:www\d?|m|mobile|amp|touch|edition)\.(?=.*\.)/u, '');

/** Whether two addresses are of one site, so that who writes at one may say what stands at the other. */
export function isSameSite(one: string, other: string): boolean {
  return siteOf(one) === siteOf(other);
}
