import { afterEach, describe, expect, it } from 'vitest';
import { InputError, SourceError } from '../../../src/errors.ts';
import { createThreadPool, type PoolWork, type ThreadPool } from '../../../src/threads/thread-pool.ts';

const WORK: PoolWork = {
  script: new URL('../../support/thread-jobs.ts', import.meta.url),
  size: 1,
  timeLimit: 10_000,
  memoryLimit: 64,
  tooSlow: 'Too slow.',
  crashed: 'Crashed.',
  toError: (sentence, options) => new SourceError(sentence, options),
};

let pool: ThreadPool<string, string> | null = null;
afterEach(async () => {
  await pool?.close();
  pool = null;
});

function open(changes: Partial<PoolWork> = {}): ThreadPool<string, string> {
  pool = createThreadPool<string, string>({ ...WORK, ...changes });
  return pool;
}

describe('a pool of threads', () => {
  it('does every job, more at once than it has threads', async () => {
    const { run } = open({ size: 2 });
    expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(run))).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it.each([
    ['refuse', InputError, 'Give something else.'],
    ['throw', SourceError, 'Crashed.'],
    ['exit', SourceError, 'Crashed.'],
    ['grow', SourceError, 'Crashed.'],
  ])('tells what became of a job that asks to %s, and does the next', async (job, type, userMessage) => {
    const { run } = open();
    const [failed, next] = await Promise.allSettled([run(job), run('next')]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { userMessage } });
    expect(failed).toMatchObject({ reason: expect.any(type) });
    expect(next).toEqual({ status: 'fulfilled', value: 'NEXT' });
  });

  it.each(['hang', 'never'])('kills a job that does not end (%s), and does the next', async (job) => {
    const { run } = open({ timeLimit: 300 });
    const [failed, next] = await Promise.allSettled([run(job), run('next')]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { userMessage: 'Too slow.' } });
    expect(next).toEqual({ status: 'fulfilled', value: 'NEXT' });
  });

  it('rejects what is under work, what waits and what comes later once it is closed', async () => {
    const { run, close } = open();
    const pending = Promise.allSettled([run('hang'), run('next')]);
    await close();
    for (const result of await pending) {
      expect(result).toMatchObject({ status: 'rejected', reason: expect.any(SourceError) });
    }
    await expect(run('later')).rejects.toThrow('The program is stopping');
  });
});
