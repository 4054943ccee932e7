import type { Store } from '../../src/store/store.ts';

/** What a dead process gets from everything it still calls. */
class Dead extends Error {}

/** Passes over the death of a process; anything else is a fault. */
export function passIfDead(error: unknown): void {
  if (!(error instanceof Dead)) throw error;
}

/** A process that may die before and after each step; `dies` decides at each, and is not asked again once it has died. */
export interface Mortal {
  readonly step: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** The store as this process sees it: each call of these methods is a step. */
  readonly storeOf: (store: Store, methods: readonly (keyof Store)[]) => Store;
}

export function startMortal(dies: () => boolean): Mortal {
  let isDead = false;
  const mayDie = (): void => {
    isDead ||= dies();
    if (isDead) throw new Dead();
  };
  const step: Mortal['step'] = async (work) => {
    mayDie();
    const result = await work();
    mayDie();
    return result;
  };
  const storeOf: Mortal['storeOf'] = (store, methods) =>
    new Proxy(store, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function' || !methods.some((each) => each === name)) return method;
        return (...given: readonly unknown[]) => step(async () => Reflect.apply(method, target, given));
      },
    });
  return { step, storeOf };
}
