import type { Store } from '../../store/store.ts';
import type { Words } from '../../words/words.ts';

export interface ReportDeps {
  readonly workspace: string;
  readonly store: Store;
  /** What a report is told in. */
  readonly words: Words;
}
