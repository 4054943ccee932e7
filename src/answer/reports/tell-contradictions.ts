import type { Report, ReportQuestion } from '../../records/report.ts';
import { dayOf } from '../days.ts';
import type { Words } from '../../words/words.ts';
import { nameSource } from '../wording.ts';
import { findContradictions, type Contradiction } from './find-contradictions.ts';
import { gatherDated } from './gather-dated.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellFilters } from './tell-filters.ts';
import { tellWhich } from './tell-which.ts';

/** Pairs of quotes that conflict, on a topic, of a speaker, or both. */
export async function tellContradictions(asked: ReportQuestion, deps: ReportDeps): Promise<Report> {
  const { quotes, total, notShown, candidates, question } = await gatherDated(asked, deps);
  const pairs = findContradictions(quotes, question.topic);
  const { words } = deps;
  const { reports } = words;
  const { speaker = '', topic } = question;
  const subject = topic === '' ? reports.whatSaid(speaker) : words.inMarks(topic);
  const filters = tellFilters(question, topic === '' ? 'speaker' : 'topic', words);
  const frame = { title: reports.contradictions(subject), filters };
  if (candidates.length > 0)
    return tellWhich(frame, { report: 'contradictions', question, candidates }, words);
  return {
    ...frame,
    told: [
      total === 0 ? reports.nothingFits(subject) : reports.conflicts(pairs.length, total),
      ...(notShown === 0 ? [] : [reports.notCompared(notShown)]),
    ],
    parts: pairs.map((pair) => ({
      heading: headingOf(pair, words),
      entries: [pair.denial, pair.assertion]
        .toSorted((left, right) => (dayOf(left) < dayOf(right) ? -1 : 1))
        .map((quote) => ({ kind: 'quote', quote, note: null }) as const),
    })),
    notShown: 0,
  };
}

function headingOf({ denial, assertion, sameSpeaker }: Contradiction, words: Words): string {
  const { against, againstThemselves } = words.reports;
  const denier = nameSource(denial, words);
  return sameSpeaker ? againstThemselves(denier) : against(denier, nameSource(assertion, words));
}
