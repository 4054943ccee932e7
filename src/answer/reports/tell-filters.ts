import type { ReportQuestion } from '../../records/report.ts';
import { dayInWords } from '../days.ts';

/** What narrows a report, in words; the speaker only where the title does not name them. */
export function tellFilters(
  { speaker, outlet, since, until, understood }: ReportQuestion,
  titled: 'speaker' | 'topic',
): readonly string[] {
  return [
    ...(speaker === undefined || titled === 'speaker' ? [] : [`speaker ${speaker}`]),
    ...(outlet === undefined ? [] : [`outlet ${outlet}`]),
    ...(since === undefined ? [] : [`from ${dayInWords(since)}`]),
    ...(until === undefined ? [] : [`to ${dayInWords(until)}`]),
    ...(understood === undefined ? [] : [understood]),
  ];
}
