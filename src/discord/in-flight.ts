/** Work that was started and has not ended. */
export interface Work {
  /** Starts a task, unless work is finishing. The task must not fail. */
  add(task: () => Promise<void>): void;
  /** Starts nothing more and waits for what is under way; false when it takes longer than `within` milliseconds. */
  finish(within: number): Promise<boolean>;
}

export function trackWork(): Work {
  const underWay = new Set<Promise<void>>();
  let accepting = true;
  return {
    add(task) {
      if (!accepting) return;
      const running = task().finally(() => underWay.delete(running));
      underWay.add(running);
    },
    async finish(within) {
      accepting = false;
      const { promise: late, resolve } = Promise.withResolvers<boolean>();
      const timer = setTimeout(() => resolve(false), within);
      try {
        return await Promise.race([Promise.allSettled(underWay).then(() => true), late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
