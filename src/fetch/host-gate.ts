import { setTimeout as sleep } from 'node:timers/promises';
import { createQueue, type Queue } from './queue.ts';

/** Lets one request at a time to each host, and so many over all. */
export interface HostGate {
  /**
   * Resolves to what the caller calls when its request is done; with `pause` not sooner than that time after the last
   * one to this host. Rejects when the signal fires.
   */
  enter(
    host: string,
    options: { readonly signal: AbortSignal; readonly pause: boolean },
  ): Promise<() => void>;
}

/** Hosts of which it is remembered when they were last asked. */
const MAX_REMEMBERED = 1000;

/** `pause` is in milliseconds, `atOnce` how many requests there may be over all hosts. */
export function createHostGate({ pause, atOnce }: { pause: number; atOnce: number }): HostGate {
  const everybody = createQueue(atOnce);
  const queues = new Map<string, Queue>();
  const leftAt = new Map<string, number>();

  const leaveHost = (host: string, leaveQueue: () => void): void => {
    leftAt.delete(host);
    leftAt.set(host, performance.now());
    const [oldest] = leftAt.keys();
    if (leftAt.size > MAX_REMEMBERED && oldest !== undefined) leftAt.delete(oldest);
    leaveQueue();
    if (queues.get(host)?.isEmpty() === true) queues.delete(host);
  };

  return {
    async enter(host, { signal, pause: mustPause }) {
      const queue = queues.get(host) ?? createQueue(1);
      queues.set(host, queue);
      const leaveQueue = await queue.enter(signal);
      try {
        const wait = (leftAt.get(host) ?? -Infinity) + pause - performance.now();
        if (mustPause && wait > 0) await sleep(wait, undefined, { signal });
        const leaveEverybody = await everybody.enter(signal);
        return () => {
          leaveEverybody();
          leaveHost(host, leaveQueue);
        };
      } catch (error) {
        leaveHost(host, leaveQueue);
        throw error;
      }
    },
  };
}
