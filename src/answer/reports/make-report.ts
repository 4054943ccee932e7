import { InputError } from '../../errors.ts';
import type { Report, ReportName, ReportQuestion } from '../../records/report.ts';
import type { ReportDeps } from './report-deps.ts';
import { tellContradictions } from './tell-contradictions.ts';
import { tellPosition } from './tell-position.ts';
import { tellSilent } from './tell-silent.ts';
import { tellTimeline } from './tell-timeline.ts';

/** Makes a report from the workspace's stored quotes; no model takes part. Throws InputError for a topic that can't be searched. */
export async function makeReport(
  name: ReportName,
  question: ReportQuestion,
  deps: ReportDeps,
): Promise<Report> {
  const report = await tellReport(name, question, deps);
  return report.which === undefined ? { ...report, question } : report;
}

async function tellReport(name: ReportName, question: ReportQuestion, deps: ReportDeps): Promise<Report> {
  if (name === 'timeline') return tellTimeline(question, deps);
  if (name === 'contradictions') return tellContradictions(question, deps);
  if (name === 'silent') return tellSilent(question, deps);
  const { speaker } = question;
  if (speaker === undefined) throw new InputError('Name the speaker whose position is asked for.');
  return tellPosition({ ...question, speaker }, deps);
}
