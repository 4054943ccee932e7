/** A queue before a room for so many. */
export interface Queue {
  /** Resolves, first come first served, to what the caller calls when it leaves. Rejects with the signal's reason. */
  enter(signal: AbortSignal): Promise<() => void>;
  /** Nobody is inside. */
  isEmpty(): boolean;
}

export function createQueue(room: number): Queue {
  const waiting = new Set<() => void>();
  let inside = 0;

  const leaveOnce = (): (() => void) => {
    let isInside = true;
    return () => {
      if (!isInside) return;
      isInside = false;
      const [next] = waiting;
      if (next === undefined) {
        inside -= 1;
      } else {
        waiting.delete(next);
        next();
      }
    };
  };

  return {
    async enter(signal) {
      signal.throwIfAborted();
      if (inside < room) {
        inside += 1;
        return leaveOnce();
      }
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const giveUp = (): void => reject(signal.reason);
      signal.addEventListener('abort', giveUp, { once: true });
      waiting.add(resolve);
      try {
        await promise;
      } finally {
        waiting.delete(resolve);
        signal.removeEventListener('abort', giveUp);
      }
      return leaveOnce();
    },
    isEmpty: () => inside === 0,
  };
}
