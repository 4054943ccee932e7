import { describe, expect, it } from 'vitest';
import { runLanes } from '../../../src/schedule/run-lanes.ts';

describe('runLanes', () => {
  const takeFrom = (pieces: number[]) => () => Promise.resolve(pieces.shift() ?? null);

  it('does all there is, so many at once and no more', async () => {
    let [running, most] = [0, 0];
    const done: number[] = [];
    await runLanes(3, takeFrom([1, 2, 3, 4, 5, 6, 7]), async (piece) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      done.push(piece);
    });
    expect(done.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('rejects when all that was taken has ended, whichever lanes failed', async () => {
    const done: number[] = [];
    const running = runLanes(3, takeFrom([1, 2, 3]), async (piece) => {
      await new Promise(setImmediate);
      if (piece !== 1) throw new Error(`${piece} failed`);
      await new Promise(setImmediate);
      done.push(piece);
    });
    await expect(running).rejects.toThrow('2 failed');
    expect(done).toEqual([1]);
  });

  it('looks once where there is nothing to do', async () => {
    let looks = 0;
    await runLanes(
      3,
      () => {
        looks += 1;
        return Promise.resolve(null);
      },
      () => Promise.resolve(),
    );
    expect(looks).toBe(1);
  });
});
