import { schedule } from 'node-cron';

/** Work that looks for what is due. It ends soon after `signal` fires. */
type DueWork = (signal: AbortSignal) => Promise<void>;

export interface ClockDeps {
  /** By name, for the log. */
  readonly works: Readonly<Record<string, DueWork>>;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
  /** When to look, in cron's five fields. */
  readonly every?: string;
  /** Whether it looks at the start too; it does unless told otherwise. */
  readonly atStart?: boolean;
}

export interface Clock {
  /** Looks for no more, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

const EACH_MINUTE = '* * * * *';

/**
 * Looks each minute for what is due, and, unless told otherwise, at once at the start. What is still under way is not started a second time; one
 * that fails is logged, and started again with the next tick.
 */
export function startClock({ works, log, every = EACH_MINUTE, atStart = true }: ClockDeps): Clock {
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const run = async (name: string, work: DueWork): Promise<void> => {
    try {
      await work(stopping.signal);
    } catch (error) {
      log('scheduled work failed', { work: name, error });
    } finally {
      running.delete(name);
    }
  };
  const tick = (): void => {
    for (const [name, work] of Object.entries(works)) {
      if (!running.has(name) && !stopping.signal.aborted) running.set(name, run(name, work));
    }
  };
  const task = schedule(every, tick);
  if (atStart) tick();
  return {
    async stop() {
      await task.destroy();
      stopping.abort();
      await Promise.all(running.values());
    },
  };
}
