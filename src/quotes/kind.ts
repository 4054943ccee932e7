import type { Kind } from '../records/quote.ts';
import type { Span } from '../records/span.ts';
import type { Quotation } from './marks.ts';

/** The first quotation that ends behind `at`, by binary search. */
function firstEndingBehind(quotations: readonly Quotation[], at: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How much of a content stands between quotation marks. */
export function kindOf(content: readonly Span[], quotations: readonly Quotation[]): Kind {
  let inside = 0;
  let all = 0;
  for (const [start, end] of content) {
    all += end - start;
    for (let index = firstEndingBehind(quotations, start); index < quotations.length; index++) {
      const mark = quotations[index];
      if (mark === undefined || mark.start >= end) break;
      inside += Math.max(0, Math.min(end, mark.end) - Math.max(start, mark.start));
    }
  }
  if (inside === 0) return 'indirect';
  return inside >= all ? 'direct' : 'mixed';
}
