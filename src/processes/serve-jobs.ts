import { enableCompileCache } from 'node:module';
import { Worker } from 'node:worker_threads';
import { InputError } from '../errors.ts';
import type { GuardOrders } from './memory-guard.ts';

type Outcome<Result> =
  | { readonly result: Result }
  | { readonly refusal: string }
  | { readonly failure: unknown };

/** What a process answers to a job: its result, the sentence of the InputError that it gave, or what else it threw. */
export type Reply<Result> = Outcome<Result> & {
  /** How much memory the process holds after the job, in MB. */
  readonly memory: number;
};

/** What a process does; the pool that starts it says what its jobs are. */
export interface JobScript {
  run(job: unknown): unknown;
}

/**
 * Called once in the script of a process: does the jobs that the pool hands over, one at a time. What
 * is thrown goes back to whoever gave the job; after anything but an InputError the pool takes another process.
 */
export function serveJobs(script: JobScript): void {
  enableCompileCache();
  const limit = Number(process.argv[2]);
  const orders: GuardOrders = { limit, parent: process.ppid };
  new Worker(new URL('./memory-guard.ts', import.meta.url), { workerData: orders }).unref();
  process.on('message', (job) => void answer(job).then((reply) => process.send?.(reply)));
  process.on('disconnect', () => process.exit());
  // Ctrl-C in a terminal reaches every process: the program decides what is still finished.
  process.on('SIGINT', () => {});
  process.send?.('loaded');

  async function answer(job: unknown): Promise<Reply<unknown>> {
    const outcome = await attempt(job);
    return { ...outcome, memory: process.memoryUsage.rss() / 1024 / 1024 };
  }

  async function attempt(job: unknown): Promise<Outcome<unknown>> {
    try {
      return { result: await script.run(job) };
    } catch (error) {
      if (error instanceof InputError) return { refusal: error.userMessage };
      return { failure: error };
    }
  }
}
