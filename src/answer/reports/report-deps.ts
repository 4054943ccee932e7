import type { Store } from '../../store/store.ts';

export interface ReportDeps {
  readonly workspace: string;
  readonly store: Store;
}
