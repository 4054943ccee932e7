import type { SaidOn } from '../records/quote.ts';
import type { Passage, Span } from '../records/span.ts';
import { CUE_VERBS } from './lexicon/verbs.ts';
import type { Unit } from './sentences.ts';

const RELATIVE_ADVERBS = /^(?:who|whom|whose|which|where|when)$/u;

const inside = ([start, end]: Span, spans: readonly Span[]): boolean =>
  spans.some(([from, to]) => start < to && end > from);

/** The first date at or behind `from`, by binary search: an article can hold very many. */
function firstFrom(dates: readonly SaidOn[], from: number): number {
  let low = 0;
  let high = dates.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((dates[middle]?.span[0] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether another verb of saying stands between a cue and a date behind it: "who denied it, admitted on Monday". */
function belongsToAnother(units: readonly Unit[], cue: Span, date: Span, content: readonly Span[]): boolean {
  return units.some(
    ({ start, end, pos, lower, quotation }) =>
      start >= cue[1] &&
      end <= date[0] &&
      quotation === null &&
      pos === 'VERB' &&
      !lower.endsWith('ing') &&
      CUE_VERBS.has(lower) &&
      !inside([start, end], content),
  );
}

/** Whether the cue stands in a clause that only tells what came before: "ruled it out on Monday, a day after they asked". */
function isEarlierClause(units: readonly Unit[], date: Span, cue: Span): boolean {
  const between = units.filter(({ start, end }) => start >= date[1] && end <= cue[0]);
  const joint = between.findLastIndex(({ lower }) =>
    /^(?:after|before|since|when|until|because)$/u.test(lower),
  );
  return joint > 0 && !between.slice(joint).some(({ lower }) => lower === ',');
}

/** Whether a date is told in a relative clause that ends before the cue: "Amery, who took over in January, said". */
function isInAside(units: readonly Unit[], date: Span, cue: Span): boolean {
  if (date[0] > cue[0]) return false;
  if (isEarlierClause(units, date, cue)) return true;
  const closing = units.findIndex(({ start, lower }) => start >= date[1] && lower === ',');
  if (closing < 0 || (units[closing]?.start ?? Infinity) > cue[0]) return false;
  for (let index = closing - 1; index > 0; index--) {
    const unit = units[index];
    if (unit === undefined || unit.lower === ',') return false;
    if (unit.start < date[0] && RELATIVE_ADVERBS.test(unit.lower)) return units[index - 1]?.lower === ',';
  }
  return false;
}

/**
 * The day a statement was made: the date expression of its sentence that stands outside the content, the nearest to
 * the cue. None where the sentence gives none: a day is never carried over from another statement.
 */
export function dateOf(
  dates: readonly SaidOn[],
  units: readonly Unit[],
  cue: Passage,
  content: readonly Span[],
): SaidOn | null {
  const first = units[0];
  const last = units.at(-1);
  const at = cue.spans[0];
  if (first === undefined || last === undefined || at === undefined) return null;
  let best: SaidOn | null = null;
  let bestDistance = Infinity;
  for (let index = firstFrom(dates, first.start); index < dates.length; index++) {
    const date = dates[index];
    if (date === undefined || date.span[0] >= last.end) break;
    if (inside(date.span, content) || belongsToAnother(units, at, date.span, content)) continue;
    if (isInAside(units, date.span, at)) continue;
    const distance = date.span[0] >= at[1] ? date.span[0] - at[1] : at[0] - date.span[1] + 20;
    if (distance < bestDistance) {
      best = date;
      bestDistance = distance;
    }
  }
  return best;
}
