import { quotesOfReport } from '../records/report.ts';
import type { BriefingPost } from '../records/view.ts';
import type { Words } from '../words/words.ts';
import { neutraliseLine } from './neutral.ts';
import { writeReport } from './report-terminal.ts';
import { sayReferences } from './wording.ts';

/** A briefing as lines of a terminal: the summary with its references, what is new, and of a preview the next times. */
export function writeBriefing(
  { composed, next, zone }: BriefingPost,
  words: Words,
  write: (text: string, style?: 'bold' | 'dim' | 'cyan' | 'yellow' | 'none', indent?: number) => void,
): void {
  const { report, sentences, notice } = composed;
  const numbers = new Map(
    quotesOfReport(report)
      .map(({ id }, index) => [id, index + 1] as const)
      .toReversed(),
  );
  if (notice !== null) write(neutraliseLine(notice), 'yellow');
  for (const { text, quoteIds } of sentences)
    write(`${neutraliseLine(text)} ${sayReferences(quoteIds, numbers)}`.trimEnd());
  writeReport(report, words, write);
  if (next !== null)
    write(
      words.cards.nextTimes(next.map((instant) => words.dates.shortTime(instant, zone)).join(', ')),
      'dim',
    );
}
