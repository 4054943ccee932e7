import type { Log } from './log.ts';
import type { Picture } from './records/briefing.ts';

/** A picture that can't be drawn costs the picture alone: it is logged, and what it belongs to goes without. */
export async function drawOrNone(draw: () => Promise<Picture | null>, log: Log): Promise<Picture | null> {
  try {
    return await draw();
  } catch (error) {
    log.error('a picture could not be drawn', { error });
    return null;
  }
}
