import { dayOf } from './answer/days.ts';
import type { LogLine } from './answer/run-summary.ts';
import type { Log } from './log.ts';
import type { TimelineMark } from './picture/draw-timeline.ts';
import type { Picture } from './records/briefing.ts';
import { speakerLabel } from './records/quote.ts';
import { quotesOfReport, type Report } from './records/report.ts';
import { neutraliseLine } from './view/neutral.ts';
import type { Words } from './words/words.ts';

/** A picture that can't be drawn costs the picture alone: it is logged, and what it belongs to goes without. */
export async function drawOrNone(
  draw: () => Promise<Picture | null>,
  log: Pick<Log, 'error'>,
): Promise<Picture | null> {
  try {
    return await draw();
  } catch (error) {
    log.error('a picture could not be drawn', { error });
    return null;
  }
}

/** A report over time as a picture. What it takes is imported when it is first needed. */
export function drawTimelineOf(
  report: Report,
  words: Words,
  log: LogLine | undefined,
): Promise<Picture | null> {
  const draw = async (): Promise<Picture | null> => {
    const { drawTimeline } = await import('./picture/draw-timeline.ts');
    return drawTimeline(marksOf(report, words), words);
  };
  return drawOrNone(draw, { error: (event, facts) => log?.(event, { problem: String(facts?.['error']) }) });
}

/** The statements of a report whose day is known, as a timeline shows them. */
function marksOf(report: Report, { cards: { source } }: Words): readonly TimelineMark[] {
  return quotesOfReport(report).flatMap((quote, index) => {
    const day = dayOf(quote);
    if (day === '') return [];
    const speaker = quote.speaker === null ? '' : neutraliseLine(speakerLabel(quote.speaker));
    return [{ speaker: speaker || source.unknown, stance: quote.stance, day, number: index + 1 }];
  });
}
