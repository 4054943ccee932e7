import { parentPort } from 'node:worker_threads';
import { InputError } from '../errors.ts';

/** What a thread answers to a job: its result, or the sentence of the InputError that the job gave. */
export type Reply<Result> = { readonly result: Result } | { readonly refusal: string };

/** What a thread does; the pool that starts it says what its jobs are. */
export interface JobScript {
  run(job: unknown): unknown;
}

/**
 * Called once in a thread's script: does the jobs that the pool hands over, one at a time. An InputError goes back to
 * whoever gave the job; anything else that is thrown ends the thread.
 */
export function serveJobs(script: JobScript): void {
  const port = parentPort;
  port?.on('message', (job: unknown) => void answer(job).then((reply) => port.postMessage(reply)));
  port?.postMessage('loaded');

  async function answer(job: unknown): Promise<Reply<unknown>> {
    try {
      return { result: await script.run(job) };
    } catch (error) {
      if (error instanceof InputError) return { refusal: error.userMessage };
      throw error;
    }
  }
}
