/** Keeps from asking an endpoint that fails again and again. */
export interface CircuitBreaker {
  /** Whether a call may be made now. While the circuit is open, one call a rest is let through to probe. */
  allows(): boolean;
  /** Whether calls are kept back now. */
  isOpen(): boolean;
  succeeded(): void;
  failed(): void;
}

/** Opens after `limit` failures in a row, for `restMs` milliseconds. `now` gives milliseconds. */
export function createCircuitBreaker(limit: number, restMs: number, now: () => number): CircuitBreaker {
  let failures = 0;
  let closedUntil = 0;
  return {
    allows() {
      if (failures < limit) return true;
      if (now() < closedUntil) return false;
      closedUntil = now() + restMs;
      return true;
    },
    isOpen: () => failures >= limit && now() < closedUntil,
    succeeded() {
      failures = 0;
    },
    failed() {
      failures += 1;
      closedUntil = now() + restMs;
    },
  };
}
