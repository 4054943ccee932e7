import type { Report, ReportQuestion } from '../../records/report.ts';
import { dayOf } from '../days.ts';
import { gatherDated } from './gather-dated.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellFilters } from './tell-filters.ts';
import { tellWhich } from './tell-which.ts';

/** Who took which stance when: every statement on a topic, day by day. */
export async function tellTimeline(asked: ReportQuestion, deps: ReportDeps): Promise<Report> {
  const { quotes, total, notShown, candidates, question } = await gatherDated(asked, deps);
  const { words } = deps;
  const { reports } = words;
  const title = reports.timeline(question.topic);
  const frame = { title, filters: tellFilters(question, 'topic', words) };
  if (candidates.length > 0) return tellWhich(frame, { report: 'timeline', question, candidates }, words);
  const byDay = Map.groupBy(quotes, dayOf);
  const parts = [...byDay].map(([day, onDay]) => ({
    heading: day === '' ? reports.noDay : words.dates.day(day),
    entries: onDay.map((quote) => ({ kind: 'quote', quote, note: null }) as const),
  }));
  const days = byDay.size - (byDay.has('') ? 1 : 0);
  return {
    ...frame,
    told: [
      quotes.length === 0
        ? words.answers.nothingFits(question.topic, false)
        : reports.timelineTold(quotes.length, total, days),
      ...(quotes.some(({ saidOn }) => saidOn === null) ? [reports.ownDay] : []),
    ],
    parts,
    notShown,
  };
}
