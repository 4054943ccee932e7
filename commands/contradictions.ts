import { InputError } from '../src/errors.ts';
import type { Command } from './command.ts';
import { reportOptions, reportSuggestions, toReportQuestion } from './report-options.ts';

/** Pairs of quotes that conflict, on a topic or of a speaker. */
export const contradictions = {
  name: 'contradictions',
  description: 'Pairs of stored quotes that conflict: give a topic, a speaker, or both',
  options: reportOptions,
  suggest: reportSuggestions,
  access: 'everyone',
  visibility: 'public',
  example: '/contradictions topic:missile transfer',
  async run(given, deps) {
    if (given.topic === undefined && given.speaker === undefined) {
      throw new InputError('Give a topic, a speaker, or both, as in /contradictions topic:missile transfer.');
    }
    return { kind: 'report', report: await deps.report('contradictions', toReportQuestion(given, deps)) };
  },
} as const satisfies Command<typeof reportOptions>;
