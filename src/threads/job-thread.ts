import { Worker } from 'node:worker_threads';
import { type AppError, InputError } from '../errors.ts';
import type { Reply } from './serve-jobs.ts';

/** What a thread runs, and what is told when a job ends it. */
export interface ThreadWork {
  /** The module that calls `serveJobs`. */
  readonly script: URL;
  /** In milliseconds, for one job, from when its thread takes it up. */
  readonly timeLimit: number;
  /** In MB of JavaScript objects. A job that needs more ends its own thread, not the program. */
  readonly memoryLimit: number;
  /** What to do about a job that took too long, in one sentence; `crashed`: that brought its thread down. */
  readonly tooSlow: string;
  readonly crashed: string;
  /** The error for these sentences. */
  readonly toError: (sentence: string, options?: ErrorOptions) => AppError;
}

/** A thread that does one job at a time. */
export interface JobThread<Job, Result> {
  /**
   * Rejects with InputError when the job is refused; the thread goes on. Rejects with the error of its `ThreadWork`
   * when it dies or the time is over: `isSpent` is true from then on.
   */
  run(job: Job): Promise<Result>;
  isSpent(): boolean;
  stop(): Promise<void>;
}

/**
 * In MB, for what was made just now and is soon dropped. Left to itself a thread takes more than 100 MB for it, above its
 * `memoryLimit`, as soon as texts of some MB pass through.
 */
const YOUNG_MB = 48;

/** Starts a thread. While it has nothing to do it does not keep the process alive. */
export function startJobThread<Job, Result>(work: ThreadWork): JobThread<Job, Result> {
  const worker = new Worker(work.script, {
    resourceLimits: { maxOldGenerationSizeMb: work.memoryLimit, maxYoungGenerationSizeMb: YOUNG_MB },
    // What a library prints in a thread must not get among what the program prints.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  const loaded = nextMessage<'loaded'>(worker, work, null);
  let isSpent = false;
  let death: unknown = null;
  worker.on('error', (error) => (death = error));
  return {
    isSpent: () => isSpent,
    async run(job) {
      worker.ref();
      const reply = await askWorker(job).catch((error: unknown) => {
        isSpent = true;
        throw error;
      });
      worker.unref();
      if ('refusal' in reply) throw new InputError(reply.refusal);
      return reply.result;
    },
    async stop() {
      await worker.terminate();
    },
  };

  async function askWorker(job: Job): Promise<Reply<Result>> {
    await loaded;
    if (death !== null) throw work.toError(work.crashed, { cause: death });
    const answer = nextMessage<Reply<Result>>(worker, work, work.timeLimit);
    worker.postMessage(job);
    return answer;
  }
}

/** The worker's next message. Rejects with the error of `work` when it ends before, or after `timeLimit` ms. */
async function nextMessage<Message>(
  worker: Worker,
  work: ThreadWork,
  timeLimit: number | null,
): Promise<Message> {
  const { promise, resolve, reject } = Promise.withResolvers<Message>();
  const fail = (cause: unknown): void => reject(work.toError(work.crashed, { cause }));
  worker.on('message', resolve).on('error', fail).on('exit', fail);
  const timer = timeLimit === null ? null : setTimeout(() => reject(work.toError(work.tooSlow)), timeLimit);
  try {
    return await promise;
  } finally {
    if (timer !== null) clearTimeout(timer);
    worker.off('message', resolve).off('error', fail).off('exit', fail);
  }
}
