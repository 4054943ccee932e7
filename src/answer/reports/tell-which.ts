import type { Report, ReportChoice } from '../../records/report.ts';
import { askWhich } from '../name-speaker.ts';

/** A report that asks which of several speakers is meant before it tells anything. */
export function tellWhich(frame: Pick<Report, 'title' | 'filters'>, which: ReportChoice): Report {
  return { ...frame, told: [askWhich(which.candidates)], parts: [], notShown: 0, which };
}
