import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { InputError, SourceError } from '../../../src/errors.ts';
import { createProcessPool, type PoolWork, type ProcessPool } from '../../../src/processes/process-pool.ts';

const WORK: PoolWork = {
  script: new URL('../../support/process-jobs.ts', import.meta.url),
  size: 1,
  timeLimit: 10_000,
  memoryLimit: 192,
  tooSlow: 'Too slow.',
  crashed: 'Crashed.',
  toError: (sentence, options) => new SourceError(sentence, options),
};

const PARENT = new URL('../../support/process-parent.ts', import.meta.url).pathname;

let pool: ProcessPool<string, string> | null = null;
afterEach(async () => {
  await pool?.close();
  pool = null;
});

function open(changes: Partial<PoolWork> = {}): ProcessPool<string, string> {
  pool = createProcessPool<string, string>({ ...WORK, ...changes });
  return pool;
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

describe('a pool of processes', () => {
  it('does every job, more at once than it has processes', async () => {
    const { run } = open({ size: 2 });
    expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(run))).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it.each([
    ['refuse', InputError, 'Give something else.'],
    ['throw', SourceError, 'Crashed.'],
    ['exit', SourceError, 'Crashed.'],
    ['abort', SourceError, 'Crashed.'],
    ['objects', SourceError, 'Crashed.'],
    ['buffers', SourceError, 'Crashed.'],
  ])('tells what became of a job that asks to %s, and does the next', async (job, type, userMessage) => {
    const { run } = open();
    const [failed, next] = await Promise.allSettled([run(job), run('next')]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { userMessage } });
    expect(failed).toMatchObject({ reason: expect.any(type) });
    expect(next).toEqual({ status: 'fulfilled', value: 'NEXT' });
  });

  it.each(['hang', 'never'])('kills a job that does not end (%s), and does the next', async (job) => {
    const { run } = open({ timeLimit: 500 });
    const [failed, next] = await Promise.allSettled([run(job), run('next')]);
    expect(failed).toMatchObject({ status: 'rejected', reason: { userMessage: 'Too slow.' } });
    expect(next).toEqual({ status: 'fulfilled', value: 'NEXT' });
  });

  it('takes another process after a job that left one heavy, and the same one otherwise', async () => {
    const { run } = open({ memoryLimit: 500 });
    const light = [await run('pid'), await run('pid')];
    await run('swell');
    expect(light[1]).toBe(light[0]);
    expect(await run('pid')).not.toBe(light[0]);
  });

  it('leaves it to the program what an interrupt in the terminal ends', async () => {
    const { run } = open();
    const worker = await run('pid');
    process.kill(Number(worker), 'SIGINT');
    expect([await run('pid'), await run('pid')]).toEqual([worker, worker]);
  });

  it('ends with the program, even where that is killed and the process too busy to see it', async () => {
    const program = spawn(process.execPath, [PARENT]);
    const worker = Number(String((await once(program.stdout, 'data'))[0]));
    program.kill('SIGKILL');
    await expect.poll(() => isRunning(worker), { timeout: 10_000 }).toBe(false);
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
