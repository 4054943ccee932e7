import type { Report, ReportChoice } from '../../records/report.ts';
import type { Words } from '../../words/words.ts';
import { askWhich } from '../name-speaker.ts';

/** A report that asks which of several speakers is meant before it tells anything. */
export function tellWhich(
  frame: Pick<Report, 'title' | 'filters'>,
  which: ReportChoice,
  words: Words,
): Report {
  return { ...frame, told: [askWhich(which.candidates, words)], parts: [], notShown: 0, which };
}
