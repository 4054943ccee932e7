import type { FeedText } from '../../records/feed.ts';
import { canonicalLine } from '../canonical.ts';
import { readHtml } from '../html.ts';

/** The words of a title or teaser, on one line. */
export function plainText({ value, type }: FeedText): string {
  return canonicalLine(type === 'html' ? readHtml(value).text : value);
}
