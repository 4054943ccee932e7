import { InputError } from '../../src/errors.ts';
import { serveJobs } from '../../src/processes/serve-jobs.ts';

const kept: unknown[] = [];

/** A process for the tests of the pool: what a job asks for is what becomes of it. */
serveJobs({ run: work });

async function work(job: string): Promise<string> {
  if (job === 'refuse') throw new InputError('Give something else.');
  if (job === 'throw') throw new TypeError('a bug');
  if (job === 'exit') process.exit(3);
  if (job === 'abort') process.abort();
  if (job === 'hang') for (;;);
  if (job === 'never') await new Promise(() => {});
  if (job === 'objects') fill(() => Array.from({ length: 1000 }, (_, index) => index / 3));
  if (job === 'buffers') fill(() => Buffer.alloc(1024 * 1024, 'x'));
  if (job === 'swell') kept.push(Buffer.alloc(400 * 1024 * 1024, 'x'));
  if (job === 'pid') return String(process.pid);
  return job.toUpperCase();
}

function fill(make: () => unknown): never {
  for (;;) kept.push(make());
}
