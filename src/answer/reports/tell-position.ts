import type { AnswerQuote } from '../../records/answer.ts';
import type { Report, ReportEntry, ReportQuestion } from '../../records/report.ts';
import type { Words } from '../../words/words.ts';
import { dayOf } from '../days.ts';
import { positionOf } from '../reversals.ts';
import { gatherDated } from './gather-dated.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellFilters } from './tell-filters.ts';
import { tellWhich } from './tell-which.ts';

/** A report about one speaker. */
export type PositionQuestion = ReportQuestion & { readonly speaker: string };

/**
 * One speaker's statements over time. On a topic, a statement that takes another position than the one before it, on a
 * later day, is marked: without a topic nobody can tell that two statements are about one thing.
 */
export async function tellPosition(asked: PositionQuestion, deps: ReportDeps): Promise<Report> {
  const { quotes, total, notShown, candidates, question } = await gatherDated(asked, deps);
  const { words } = deps;
  const { reports } = words;
  const { speaker = asked.speaker, topic } = question;
  const title = reports.position(speaker, topic);
  const frame = { title, filters: tellFilters(question, 'speaker', words) };
  if (candidates.length > 0) return tellWhich(frame, { report: 'position', question, candidates }, words);
  if (quotes.length === 0) {
    return { ...frame, told: [reports.nothingSaid(speaker, topic)], parts: [], notShown: 0 };
  }
  const entries = markChanges(quotes, topic !== '', words);
  const changes = entries.filter(({ note }) => note !== null).length;
  return {
    ...frame,
    told: [
      reports.positionTold(quotes.length, total),
      topic === '' ? reports.giveTopic : reports.changes(changes),
    ],
    parts: [{ heading: null, entries }],
    notShown,
  };
}

/** The last statement of another day before `quote` that says where its speaker stands. */
function lastBefore(quote: AnswerQuote, taken: readonly AnswerQuote[]): AnswerQuote | null {
  return taken.findLast((earlier) => dayOf(earlier) !== '' && dayOf(earlier) < dayOf(quote)) ?? null;
}

function markChanges(
  quotes: readonly AnswerQuote[],
  onOneTopic: boolean,
  { reports }: Words,
): readonly ReportEntry[] {
  const taken: AnswerQuote[] = [];
  return quotes.map((quote): ReportEntry => {
    const position = positionOf(quote.stance);
    if (position === null || !onOneTopic) return { kind: 'quote', quote, note: null };
    const before = lastBefore(quote, taken);
    // One day's article recalls what was said before: only the first statement of a new position is the change.
    const told = taken.some(
      (other) => dayOf(other) === dayOf(quote) && positionOf(other.stance) === position,
    );
    taken.push(quote);
    const changed = before !== null && positionOf(before.stance) !== position && !told;
    const note = changed ? reports.changed(before.stance, dayOf(before)) : null;
    return { kind: 'quote', quote, note };
  });
}
