/** A time limit that starts with the work, not with the waiting for it. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly hasStarted: () => boolean;
  /** A second call changes nothing. */
  start(): void;
  /** To be called when the work is over. */
  stop(): void;
}

/** `time` is in milliseconds. */
export function createDeadline(time: number): Deadline {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  return {
    signal: controller.signal,
    hasStarted: () => timer !== undefined,
    start() {
      timer ??= setTimeout(() => controller.abort(new Error(`took longer than ${time} ms`)), time);
    },
    stop: () => clearTimeout(timer),
  };
}
