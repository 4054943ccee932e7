import type { ReportQuestion } from '../../records/report.ts';
import type { Words } from '../../words/words.ts';

/** What narrows a report, in words; the speaker only where the title does not name them. */
export function tellFilters(
  { speaker, outlet, since, until, lastDays, understood }: ReportQuestion,
  titled: 'speaker' | 'topic',
  { cards: { filters } }: Words,
): readonly string[] {
  return [
    ...(speaker === undefined || titled === 'speaker' ? [] : [filters.speaker(speaker)]),
    ...(outlet === undefined ? [] : [filters.outlet(outlet)]),
    ...(lastDays === undefined ? [] : [filters.lastDays(lastDays)]),
    ...(since === undefined || lastDays !== undefined ? [] : [filters.from(since)]),
    ...(until === undefined ? [] : [filters.to(until)]),
    ...(understood === undefined ? [] : [understood]),
  ];
}
