import type { Place, Wanted } from '../src/records/briefing.ts';
import type { QuietHours, Watch } from '../src/records/watch.ts';

/** What a person asks for with a watch. */
interface WatchRequest {
  readonly place: Place;
  readonly wanted: Wanted;
  readonly frequency: Watch['frequency'];
  readonly quietHours: QuietHours | null;
  readonly hourlyLimit: number;
}

/** What a command may do with the watches of its workspace. */
export interface WatchDeps {
  /** The caller's direct messages; null in a terminal. */
  readonly direct: Place | null;
  /** Whether the caller may have channels told: those who may store. */
  readonly mayTellChannels: boolean;
  /** Throws InputError where there are too many. */
  add(request: WatchRequest): Promise<Watch>;
  /** Those of the caller, and of those who may have channels told all that tell channels. */
  list(): Promise<readonly Watch[]>;
  /** Throws InputError where there is none of this id, or it is another's. */
  remove(watchId: string): Promise<Watch>;
}
