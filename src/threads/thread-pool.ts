import { startJobThread, type JobThread, type ThreadWork } from './job-thread.ts';

/** Does jobs in threads that can be killed, so that none of them holds up the program or brings it down. */
export interface ThreadPool<Job, Result> {
  /**
   * Rejects with InputError when the job is refused; with the error of its `ThreadWork` when it takes too long or
   * brings its thread down: the jobs behind it go on in a new thread.
   */
  readonly run: (job: Job) => Promise<Result>;
  /** Ends every thread, whatever it is doing; jobs that still wait are rejected. */
  readonly close: () => Promise<void>;
}

export interface PoolWork extends ThreadWork {
  /** How many threads at most. Each starts with the first job that no other thread is free for. */
  readonly size: number;
}

interface WaitingJob<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

const CLOSED = 'The program is stopping; give the article again when it runs.';

/** A pool without any thread yet. */
export function createThreadPool<Job, Result>(work: PoolWork): ThreadPool<Job, Result> {
  const waiting: WaitingJob<Job, Result>[] = [];
  const idle: JobThread<Job, Result>[] = [];
  const threads = new Set<JobThread<Job, Result>>();
  let lanes = 0;
  let isClosed = false;

  function takeThread(): JobThread<Job, Result> {
    const thread = idle.pop() ?? startJobThread<Job, Result>(work);
    threads.add(thread);
    return thread;
  }

  async function serve({ job, resolve, reject }: WaitingJob<Job, Result>): Promise<void> {
    const thread = takeThread();
    try {
      resolve(await thread.run(job));
    } catch (error) {
      if (thread.isSpent()) await thread.stop();
      reject(isClosed ? work.toError(CLOSED) : error);
    }
    if (thread.isSpent()) threads.delete(thread);
    else idle.push(thread);
  }

  async function runLane(): Promise<void> {
    lanes += 1;
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await serve(next);
    lanes -= 1;
  }

  return {
    async run(job) {
      if (isClosed) throw work.toError(CLOSED);
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      waiting.push({ job, resolve, reject });
      if (lanes < work.size) void runLane();
      return promise;
    },
    async close() {
      isClosed = true;
      for (const { reject } of waiting.splice(0)) reject(work.toError(CLOSED));
      await Promise.all([...threads].map((thread) => thread.stop()));
    },
  };
}
