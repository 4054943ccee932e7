import type { Serializable } from 'node:child_process';
import { startJobProcess, type JobProcess, type ProcessWork } from './job-process.ts';

/** Does jobs in processes that can be killed, so that none of them holds up the program or brings it down. */
export interface ProcessPool<Job, Result> {
  /**
   * Rejects with InputError when the job is refused; with the error of its `ProcessWork` when it takes too long or
   * brings its process down: the jobs behind it go on in a new process.
   */
  readonly run: (job: Job) => Promise<Result>;
  /** Ends every process, whatever it is doing; jobs that still wait are rejected. */
  readonly close: () => Promise<void>;
}

export interface PoolWork extends ProcessWork {
  /** How many processes at most. Each starts with the first job that no other process is free for. */
  readonly size: number;
}

interface WaitingJob<Job, Result> {
  readonly job: Job;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

const CLOSED = 'The program is stopping; give the article again when it runs.';

/** A pool without any process yet. */
export function createProcessPool<Job extends Serializable, Result>(
  work: PoolWork,
): ProcessPool<Job, Result> {
  const waiting: WaitingJob<Job, Result>[] = [];
  const idle: JobProcess<Job, Result>[] = [];
  const workers = new Set<JobProcess<Job, Result>>();
  let lanes = 0;
  let isClosed = false;

  function takeWorker(): JobProcess<Job, Result> {
    const worker = idle.pop() ?? startJobProcess<Job, Result>(work);
    workers.add(worker);
    return worker;
  }

  async function serve({ job, resolve, reject }: WaitingJob<Job, Result>): Promise<void> {
    const worker = takeWorker();
    try {
      resolve(await worker.run(job));
    } catch (error) {
      reject(isClosed ? work.toError(CLOSED) : error);
    }
    if (!worker.isSpent()) {
      idle.push(worker);
      return;
    }
    await worker.stop();
    workers.delete(worker);
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
      await Promise.all([...workers].map((worker) => worker.stop()));
    },
  };
}
