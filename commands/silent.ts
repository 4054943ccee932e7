import type { Command } from './command.ts';
import { reportOptions, reportSuggestions, toReportQuestion } from './report-options.ts';

const options = reportOptions.required({ topic: true }).omit({ speaker: true });

/** Who was asked or accused and has no reply on record. */
export const silent = {
  name: 'silent',
  description: 'Who was asked or accused and has no reply on record, with the sentence that says so',
  options,
  suggest: { topic: reportSuggestions.topic, outlet: reportSuggestions.outlet },
  access: 'everyone',
  visibility: 'public',
  example: '/silent missile transfer',
  async run(given, deps) {
    return { kind: 'report', report: await deps.report('silent', toReportQuestion(given, deps)) };
  },
} as const satisfies Command<typeof options>;
