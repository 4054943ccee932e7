import { fork, type ChildProcess, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type AppError, InputError } from '../errors.ts';
import type { Reply } from './serve-jobs.ts';

/** What a process runs, and what is told when a job ends it. */
export interface ProcessWork {
  /** The module that calls `serveJobs`. */
  readonly script: URL;
  /** In milliseconds, for one job, from when its process takes it up. */
  readonly timeLimit: number;
  /** In MB, for all that a process holds. A job that needs more ends its own process, not the program. */
  readonly memoryLimit: number;
  /** What to do about a job that took too long, in one sentence; `crashed`: that brought its process down. */
  readonly tooSlow: string;
  readonly crashed: string;
  /** The error for these sentences. */
  readonly toError: (sentence: string, options?: ErrorOptions) => AppError;
}

/** A process that does one job at a time. */
export interface JobProcess<Job extends Serializable, Result> {
  /**
   * Rejects with InputError when the job is refused; with the error of its `ProcessWork` when the process dies or the
   * time is over.
   */
  run(job: Job): Promise<Result>;
  /** Whether it is of no more use: it died, was too slow, or holds more memory than is good for the next job. */
  isSpent(): boolean;
  stop(): Promise<void>;
}

/** Of the memory limit: how much V8 may fill with objects, and from where on a process does no further job. */
const HEAP = 0.7;
const HEAVY = 0.75;

/**
 * In MB, for a third of what was made just now and is soon dropped. Left to itself V8 takes more than 100 MB for all of it
 * as soon as texts of some MB pass through.
 */
const SEMI_SPACE = 16;

/** Starts a process. While it has nothing to do it does not keep the program alive; it ends with the program. */
export function startJobProcess<Job extends Serializable, Result>(
  work: ProcessWork,
): JobProcess<Job, Result> {
  const child = startChild(work);
  const loaded = nextMessage<'loaded'>(child, work, null);
  // Whoever runs the first job is told of it; without one nobody need be.
  loaded.catch(() => {});
  let isSpent = false;
  return {
    isSpent: () => isSpent,
    async run(job) {
      hold(child, true);
      const reply = await askChild(job).catch((error: unknown) => {
        isSpent = true;
        throw error;
      });
      hold(child, false);
      isSpent = 'failure' in reply || reply.memory > work.memoryLimit * HEAVY;
      if ('refusal' in reply) throw new InputError(reply.refusal);
      if ('failure' in reply) throw work.toError(work.crashed, { cause: reply.failure });
      return reply.result;
    },
    async stop() {
      if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      hold(child, true);
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };

  async function askChild(job: Job): Promise<Reply<Result>> {
    await loaded;
    if (!child.connected) throw work.toError(work.crashed);
    const answer = nextMessage<Reply<Result>>(child, work, work.timeLimit);
    child.send(job);
    return answer;
  }
}

/** Without the environment: what reads hostile files has no use for tokens and keys. */
function startChild({ script, memoryLimit }: ProcessWork): ChildProcess {
  const child = fork(fileURLToPath(script), [String(memoryLimit)], {
    execArgv: [
      '--disable-warning=ExperimentalWarning',
      `--max-old-space-size=${Math.floor(memoryLimit * HEAP)}`,
      `--max-semi-space-size=${SEMI_SPACE}`,
    ],
    env: {},
    serialization: 'advanced',
    // What a library prints must not get among what the program prints.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  hold(child, false);
  return child;
}

/** Whether the program stays alive for the sake of this process. */
function hold(child: ChildProcess, isHeld: boolean): void {
  if (isHeld) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

/** The child's next message. Rejects with the error of `work` when it ends before, or after `timeLimit` ms. */
async function nextMessage<Message>(
  child: ChildProcess,
  work: ProcessWork,
  timeLimit: number | null,
): Promise<Message> {
  const { promise, resolve, reject } = Promise.withResolvers<Message>();
  const fail = (cause: unknown): void => reject(work.toError(work.crashed, { cause }));
  child.on('message', resolve).on('error', fail).on('exit', fail);
  const timer = timeLimit === null ? null : setTimeout(() => reject(work.toError(work.tooSlow)), timeLimit);
  try {
    return await promise;
  } finally {
    if (timer !== null) clearTimeout(timer);
    child.off('message', resolve).off('error', fail).off('exit', fail);
  }
}
