import type { Span } from '../../records/span.ts';
import type { Day, DayRange } from './calendar.ts';

/** What an expression is read against. */
export interface Setting {
  readonly text: string;
  /** The article's day; null when it has none. */
  readonly today: Day | null;
  /** The day last spoken of, which "two days earlier" counts from; null when that can't be told. */
  readonly anchor: Day | null;
  /** Where the expression stands. */
  readonly span: Span;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/**
 * How one sort of expression is recognised and resolved. `resolve` gives the days; `unresolved` for what speaks of a
 * day that lies ahead or can't be told; null when it is no date after all and another rule may read it.
 */
export interface Rule {
  readonly pattern: RegExp;
  readonly resolve: (groups: Groups, setting: Setting) => DayRange | 'unresolved' | null;
}

/** A rule's pattern: matched only where it is asked for, any case. */
export function patternAt(source: string): RegExp {
  return new RegExp(source, 'iuy');
}
