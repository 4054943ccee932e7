import { InputError } from '../../src/errors.ts';
import { serveJobs } from '../../src/threads/serve-jobs.ts';

/** A thread for the tests of the pool: what a job asks for is what becomes of it. */
serveJobs({ run: work });

async function work(job: string): Promise<string> {
  if (job === 'refuse') throw new InputError('Give something else.');
  if (job === 'throw') throw new TypeError('a bug');
  if (job === 'exit') process.exit(3);
  if (job === 'hang') for (;;);
  if (job === 'never') await new Promise(() => {});
  if (job === 'grow') {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => index / 3));
  }
  return job.toUpperCase();
}
