import type { z } from 'zod';
import { readPeriod } from '../src/answer/read-day.ts';
import type { ReportQuestion } from '../src/records/report.ts';
import { wordsIn } from '../src/words/words.ts';
import type { CommandDeps } from './command.ts';
import { questionOptions, questionSuggestions } from './question-options.ts';

/** What a report may be narrowed by. Each report says which of topic and speaker it can't do without. */
export const reportOptions = questionOptions.omit({ include: true }).partial({ topic: true });

export const reportSuggestions = questionSuggestions;

/** The question that validated options ask; '' for a topic that was not given. Throws InputError for days that can't be read. */
export function toReportQuestion(
  { topic = '', speaker, outlet, since, until }: Partial<z.output<typeof reportOptions>>,
  deps: Pick<CommandDeps, 'today' | 'settings'>,
): ReportQuestion {
  const period = readPeriod({ since, until }, deps.today(), wordsIn(deps.settings.language));
  return { topic, speaker, outlet, ...period };
}
