import { createProcessPool } from '../../src/processes/process-pool.ts';
import { SourceError } from '../../src/errors.ts';

/** A program that tells the id of its worker process and then leaves it with a job that never ends. */
const pool = createProcessPool<string, string>({
  script: new URL('./process-jobs.ts', import.meta.url),
  size: 1,
  timeLimit: 60_000,
  memoryLimit: 256,
  tooSlow: 'Too slow.',
  crashed: 'Crashed.',
  toError: (sentence, options) => new SourceError(sentence, options),
});
process.stdout.write(await pool.run('pid'));
await pool.run('hang');
