/** Letters and digits alone, in lower case: two ways to set one headline are the same. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
