import type { ReportQuestion } from '../../records/report.ts';
import { dayInWords } from '../days.ts';

/** What narrows a report, in words; the speaker only where the title does not name them. */
export function tellFilters(
  { speaker, outlet, since, until, lastDays, understood }: ReportQuestion,
  titled: 'speaker' | 'topic',
): readonly string[] {
  return [
    ...(speaker === undefined || titled === 'speaker' ? [] : [`speaker ${speaker}`]),
    ...(outlet === undefined ? [] : [`outlet ${outlet}`]),
    ...(lastDays === undefined ? [] : [lastDays === 1 ? 'the last day' : `the last ${lastDays} days`]),
    ...(since === undefined || lastDays !== undefined ? [] : [`from ${dayInWords(since)}`]),
    ...(until === undefined ? [] : [`to ${dayInWords(until)}`]),
    ...(understood === undefined ? [] : [understood]),
  ];
}
