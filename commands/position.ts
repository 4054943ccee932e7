import type { Command } from './command.ts';
import { reportOptions, reportSuggestions, toReportQuestion } from './report-options.ts';

const options = reportOptions.required({ speaker: true });

/** One speaker's statements over time, changes of position marked. */
export const position = {
  name: 'position',
  description: 'What one speaker said over time, with changes of position marked',
  options,
  suggest: reportSuggestions,
  access: 'everyone',
  visibility: 'public',
  example: '/position Oskar Velt topic:missile transfer',
  async run(given, deps) {
    return { kind: 'report', report: await deps.report('position', toReportQuestion(given, deps)) };
  },
} as const satisfies Command<typeof options>;
