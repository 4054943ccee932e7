import type { AnswerQuote } from '../../records/answer.ts';
import type { Report, ReportEntry, ReportQuestion } from '../../records/report.ts';
import { dayInWords, dayOf } from '../days.ts';
import { positionOf } from '../reversals.ts';
import { VERBS } from '../wording.ts';
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
  const { speaker = asked.speaker, topic } = question;
  const about = topic === '' ? '' : ` on “${topic}”`;
  const frame = { title: `What ${speaker} said${about}`, filters: tellFilters(question, 'speaker') };
  if (candidates.length > 0) return tellWhich(frame, { report: 'position', question, candidates });
  if (quotes.length === 0) {
    const nothing = `Nothing that ${speaker} said${about} is on file.`;
    return { ...frame, told: [nothing], parts: [], notShown: 0 };
  }
  const entries = markChanges(quotes, topic !== '');
  const changes = entries.filter(({ note }) => note !== null).length;
  return {
    ...frame,
    told: [
      `${count(quotes.length, 'statement')} of ${total} on file, oldest first.`,
      ...(topic === '' ? ['Give a topic to have changes of position marked.'] : [tellChanges(changes)]),
    ],
    parts: [{ heading: null, entries }],
    notShown,
  };
}

function tellChanges(changes: number): string {
  return changes === 0
    ? 'No change of position is on record.'
    : `${count(changes, 'change')} of position, marked below.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** The last statement of another day before `quote` that says where its speaker stands. */
function lastBefore(quote: AnswerQuote, taken: readonly AnswerQuote[]): AnswerQuote | null {
  return taken.findLast((earlier) => dayOf(earlier) !== '' && dayOf(earlier) < dayOf(quote)) ?? null;
}

function markChanges(quotes: readonly AnswerQuote[], onOneTopic: boolean): readonly ReportEntry[] {
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
    const note = changed
      ? `Changed position: ${VERBS[before.stance]} on ${dayInWords(dayOf(before))}.`
      : null;
    return { kind: 'quote', quote, note };
  });
}
