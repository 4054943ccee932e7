import type { WatchChanges } from '../records/watch.ts';
import type { ClaimedWatch } from '../store/watch-store.ts';
import { postWatch } from './post-watch.ts';
import { prepareWatch } from './prepare-watch.ts';
import { quietUntil } from './quiet-hours.ts';
import type { HeldWatch, WatchDeps } from './watch-deps.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A look that died with its process is taken up again after so long. */
const LEASE_MS = 5 * MINUTE_MS;
const BETWEEN = { 'at-once': 0, hourly: HOUR_MS, daily: 24 * HOUR_MS } as const;

/** Looks for what is new for every watch that has something to do, the longest due first. Rejects with StoreError. */
export async function runDueWatches(
  deps: WatchDeps,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  for (;;) {
    const until = leaseFrom(deps.now());
    const [claimed] =
      signal?.aborted === true
        ? []
        : await deps.store.claimWatches({ now: deps.now().toISOString(), until, limit: 1 });
    if (claimed === undefined) return;
    try {
      await look({ ...claimed, hold: holder(claimed, until, deps) }, deps);
    } catch (error) {
      // It stays claimed until its lease ends, and is tried again then.
      deps.log('a watch could not be told yet', {
        workspace: claimed.workspace,
        watch: claimed.watch.id,
        error,
      });
    }
  }
}

const leaseFrom = (instant: Date): string => new Date(instant.getTime() + LEASE_MS).toISOString();

function holder({ workspace, watch }: ClaimedWatch, until: string, deps: WatchDeps): HeldWatch['hold'] {
  let held = until;
  return async () => {
    const lease = { held, until: leaseFrom(deps.now()) };
    if (!(await deps.store.holdWatch(workspace, watch.id, lease)))
      throw new Error('Another process has taken this watch over.');
    held = lease.until;
  };
}

async function look(held: HeldWatch, deps: WatchDeps): Promise<void> {
  const { workspace, watch } = held;
  const { store } = deps;
  const now = deps.now();
  const isNew = watch.pending === null;
  const quiet = quietUntil(now, watch.quietHours, watch.zone);
  const posted = watch.posted.filter((instant) => Date.parse(instant) > now.getTime() - HOUR_MS);
  const change = (changes: WatchChanges) => store.changeWatch(workspace, watch.id, changes);
  if (quiet !== null) return void (await change({ nextLook: quiet.toISOString() }));
  if (isNew && posted.length >= watch.hourlyLimit) {
    const free = Math.min(...posted.map((instant) => Date.parse(instant))) + HOUR_MS;
    return void (await change({ nextLook: new Date(free).toISOString(), posted }));
  }
  const pending = watch.pending ?? (await prepareWatch(held, watch.hourlyLimit - posted.length, deps));
  if (pending.messages.length > 0) {
    if (isNew) await change({ pending });
    const instants = await postWatch(held, { pending, posted }, deps);
    if (instants === null) return;
    posted.push(...instants);
    await store.noteTold(workspace, watch.id, pending.quoteIds);
  }
  const isWhole = pending.upTo > watch.toldUpTo;
  const wait = isWhole && pending.messages.length > 0 ? BETWEEN[watch.frequency] : 0;
  await change({
    pending: null,
    posted,
    toldUpTo: pending.upTo,
    // What is left is to be found again by the very same look.
    ...(isWhole ? { lookedAt: now.toISOString() } : {}),
    nextLook: new Date(now.getTime() + wait).toISOString(),
  });
}
