import type { AnswerQuote } from '../../records/answer.ts';
import type { Report, ReportQuestion } from '../../records/report.ts';
import { dayOf } from '../days.ts';
import { describeSpeaker } from '../wording.ts';
import { findContradictions, type Contradiction } from './find-contradictions.ts';
import { gatherDated } from './gather-dated.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellFilters } from './tell-filters.ts';
import { tellWhich } from './tell-which.ts';

/** Pairs of quotes that conflict, on a topic, of a speaker, or both. */
export async function tellContradictions(asked: ReportQuestion, deps: ReportDeps): Promise<Report> {
  const { quotes, total, notShown, candidates, question } = await gatherDated(asked, deps);
  const pairs = findContradictions(quotes, question.topic);
  const subject = question.topic === '' ? `what ${question.speaker} said` : `“${question.topic}”`;
  const filters = tellFilters(question, question.topic === '' ? 'speaker' : 'topic');
  const frame = { title: `Contradictions on ${subject}`, filters };
  if (candidates.length > 0) return tellWhich(frame, { report: 'contradictions', question, candidates });
  return {
    ...frame,
    told: [
      total === 0 ? `Nothing on file fits ${subject}.` : tellCount(pairs.length, total),
      ...(notShown === 0 ? [] : [`${notShown} of these were not compared; narrow the question to see more.`]),
    ],
    parts: pairs.map((pair) => ({
      heading: headingOf(pair),
      entries: [pair.denial, pair.assertion]
        .toSorted((left, right) => (dayOf(left) < dayOf(right) ? -1 : 1))
        .map((quote) => ({ kind: 'quote', quote, note: null }) as const),
    })),
    notShown: 0,
  };
}

function tellCount(pairs: number, total: number): string {
  const found = pairs === 0 ? 'No two' : `${pairs} ${pairs === 1 ? 'pair' : 'pairs'}`;
  return pairs === 0
    ? `${found} of the ${total} quotes on file plainly conflict.`
    : `${found} among ${total} quotes on file: one denies what the other says. Only plain conflicts are listed.`;
}

function headingOf({ denial, assertion, sameSpeaker }: Contradiction): string {
  const name = (quote: AnswerQuote) => describeSpeaker(quote).replace(/,$/, '');
  return sameSpeaker
    ? `${name(denial)}, against what they said themselves`
    : `${name(denial)} against ${name(assertion)}`;
}
