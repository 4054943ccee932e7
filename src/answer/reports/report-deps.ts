import type { Question } from '../../records/answer.ts';
import type { Store } from '../../store/store.ts';

export interface ReportDeps {
  readonly workspace: string;
  readonly store: Store;
}

/** What a report is asked for: like a question, but the topic may be missing ('') where there is a speaker. */
export type ReportQuestion = Omit<Question, 'stance'>;
