import { describe, expect, it } from 'vitest';
import { startClock } from '../../../src/schedule/clock.ts';

const EACH_SECOND = '* * * * * *';

describe('the clock', () => {
  it('looks at once, again with the next tick, and never while the last look is under way', async () => {
    const looks: number[] = [];
    let underWay = 0;
    const twice = Promise.withResolvers<void>();
    const clock = startClock({
      every: EACH_SECOND,
      log: () => undefined,
      works: {
        async look() {
          underWay += 1;
          looks.push(underWay);
          await Promise.resolve();
          underWay -= 1;
          if (looks.length === 2) twice.resolve();
        },
      },
    });
    await twice.promise;
    await clock.stop();
    expect(looks).toEqual([1, 1]);
  });

  it('logs work that fails, and does it again', async () => {
    const logged: unknown[] = [];
    let looks = 0;
    const again = Promise.withResolvers<void>();
    const clock = startClock({
      every: EACH_SECOND,
      log: (_message, facts) => logged.push(facts['work']),
      works: {
        look() {
          looks += 1;
          if (looks === 2) again.resolve();
          return Promise.reject(new Error('no store'));
        },
      },
    });
    await again.promise;
    await clock.stop();
    expect(logged).toEqual(['look', 'look']);
  });

  it('tells what is under way to stop, and waits for its end', async () => {
    const events: string[] = [];
    const clock = startClock({
      log: () => undefined,
      works: {
        look: (signal) =>
          new Promise((resolve) => {
            signal.addEventListener('abort', () => {
              events.push('told');
              resolve();
            });
          }),
      },
    });
    await clock.stop();
    events.push('stopped');
    expect(events).toEqual(['told', 'stopped']);
  });
});
