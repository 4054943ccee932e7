import type { AnswerQuote } from '../records/answer.ts';
import type { ReportEntry } from '../records/report.ts';
import type { StoredQuote } from '../records/search.ts';
import type { View } from '../records/view.ts';

/**
 * A view that was kept, each of its quotes marked where the record has changed since: another text stands in the article
 * now, or the quote is not on file any more. The words stay those that were answered with.
 */
export async function markChanged(
  view: View,
  findQuote: (id: string) => Promise<StoredQuote | null>,
): Promise<View> {
  const mark = async (quote: AnswerQuote): Promise<AnswerQuote> => {
    const stored = await findQuote(quote.id);
    if (stored === null) return { ...quote, since: 'gone' };
    const { superseded } = stored;
    return superseded === undefined ? quote : { ...quote, superseded, since: 'superseded' };
  };
  if (view.kind === 'answer') {
    const groups = await Promise.all(
      view.answer.groups.map(async ({ stance, quotes }) => ({
        stance,
        quotes: await Promise.all(quotes.map(mark)),
      })),
    );
    return { ...view, answer: { ...view.answer, groups } };
  }
  if (view.kind !== 'report') return view;
  const markEntry = async (entry: ReportEntry): Promise<ReportEntry> =>
    entry.kind === 'quote' ? { ...entry, quote: await mark(entry.quote) } : entry;
  const parts = await Promise.all(
    view.report.parts.map(async ({ heading, entries }) => ({
      heading,
      entries: await Promise.all(entries.map(markEntry)),
    })),
  );
  return { ...view, report: { ...view.report, parts } };
}
