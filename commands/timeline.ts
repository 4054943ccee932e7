import type { Command } from './command.ts';
import { reportOptions, reportSuggestions, toReportQuestion } from './report-options.ts';

const options = reportOptions.required({ topic: true });

/** Every statement on a topic, day by day. */
export const timeline = {
  name: 'timeline',
  description: 'Who took which stance when, day by day, in their stored words',
  options,
  suggest: reportSuggestions,
  access: 'everyone',
  visibility: 'public',
  example: '/timeline missile transfer',
  async run(given, deps) {
    const report = await deps.report('timeline', toReportQuestion(given, deps));
    return { kind: 'report', report, picture: await deps.drawTimeline(report) };
  },
} as const satisfies Command<typeof options>;
