import type { Report, ReportQuestion } from '../../records/report.ts';
import { dayInWords, dayOf } from '../days.ts';
import { gatherDated } from './gather-dated.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellFilters } from './tell-filters.ts';
import { tellWhich } from './tell-which.ts';

const OWN_DAY = "Where it is not told when something was said, the article's day counts.";

/** Who took which stance when: every statement on a topic, day by day. */
export async function tellTimeline(asked: ReportQuestion, deps: ReportDeps): Promise<Report> {
  const { quotes, total, notShown, candidates, question } = await gatherDated(asked, deps);
  const frame = { title: `Timeline of “${question.topic}”`, filters: tellFilters(question, 'topic') };
  if (candidates.length > 0) return tellWhich(frame, { report: 'timeline', question, candidates });
  const parts = [...Map.groupBy(quotes, dayOf)].map(([day, onDay]) => ({
    heading: day === '' ? 'Day not known' : dayInWords(day),
    entries: onDay.map((quote) => ({ kind: 'quote', quote, note: null }) as const),
  }));
  const days = parts.filter(({ heading }) => heading !== 'Day not known').length;
  return {
    ...frame,
    told: [
      quotes.length === 0
        ? `Nothing on file fits the topic “${question.topic}”.`
        : `${quotes.length} ${quotes.length === 1 ? 'statement' : 'statements'} of ${total} quotes on file, on ${days} ${days === 1 ? 'day' : 'days'}.`,
      ...(quotes.some(({ saidOn }) => saidOn === null) ? [OWN_DAY] : []),
    ],
    parts,
    notShown,
  };
}
