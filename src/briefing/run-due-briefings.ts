import { runLanes } from '../schedule/run-lanes.ts';
import { nextSlot } from '../schedule/next-slots.ts';
import type { ClaimedBriefing } from '../store/briefing-store.ts';
import { deliverBriefing, skipDelivery } from './deliver-briefing.ts';
import type { DeliveryDeps, DeliveryOutcome, HeldBriefing } from './delivery-deps.ts';
import { openDeliveryNow, openDueDelivery, tellTooLate } from './open-due-delivery.ts';

/** How many briefings are composed and posted at once. */
const AT_ONCE = 8;

const MINUTE_MS = 60_000;

/** A run that died with its process is taken up again after so long. */
const LEASE_MS = 10 * MINUTE_MS;

/** What failed is tried again after half the time that it is late by now, within these limits. */
const RETRY_MS = { shortest: MINUTE_MS, longest: 30 * MINUTE_MS };

export interface DueBriefingsOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onRun?: (claimed: ClaimedBriefing, outcome: DeliveryOutcome | null) => void;
}

/**
 * Runs the briefings of all workspaces that are due or left unfinished, the longest due first, a few at once, until none
 * is left. Rejects with StoreError.
 */
export async function runDueBriefings(
  deps: DeliveryDeps,
  { signal, onRun }: DueBriefingsOptions = {},
): Promise<void> {
  const take = (): Promise<ClaimedBriefing | null> =>
    signal?.aborted === true ? Promise.resolve(null) : claimOne(deps);
  await runLanes(AT_ONCE, take, async (claimed) => {
    const outcome = await runClaimed(claimed, deps, signal);
    onRun?.(claimed, outcome);
  });
}

/**
 * Runs one briefing now, due or not, after what it left unfinished. Null where it is being run already, or there is none.
 * Rejects for what may be tried again; what it has begun then is finished by `runDueBriefings`.
 */
export async function runBriefingNow(
  workspace: string,
  briefingId: string,
  deps: DeliveryDeps,
): Promise<DeliveryOutcome | null> {
  const before = await claimNow(workspace, briefingId, deps);
  if (before === null) return null;
  const first = await tryIt(before, deps, undefined, (held) =>
    before.unfinished === null ? openAndDeliver(held, deps, openDeliveryNow) : runHeld(held, before, deps),
  );
  if (before.unfinished === null || first?.state === 'posting' || first?.state === 'blocked') return first;
  const claimed = await claimNow(workspace, briefingId, deps);
  if (claimed === null) return null;
  return tryIt(claimed, deps, undefined, (held) => openAndDeliver(held, deps, openDeliveryNow));
}

async function claimNow(
  workspace: string,
  briefingId: string,
  deps: DeliveryDeps,
): Promise<ClaimedBriefing | null> {
  const isOurs = (await deps.store.findBriefing(workspace, briefingId)) !== null;
  return isOurs ? claimOne(deps, briefingId) : null;
}

async function claimOne({ store, now }: DeliveryDeps, briefingId?: string): Promise<ClaimedBriefing | null> {
  const instant = now();
  const until = new Date(instant.getTime() + LEASE_MS).toISOString();
  const [claimed] = await store.claimBriefings({ now: instant.toISOString(), until, limit: 1, briefingId });
  return claimed ?? null;
}

/** One that fails is logged, and tried again later. */
async function runClaimed(
  claimed: ClaimedBriefing,
  deps: DeliveryDeps,
  signal: AbortSignal | undefined,
): Promise<DeliveryOutcome | null> {
  try {
    return await tryIt(claimed, deps, signal, (held) => runHeld(held, claimed, deps));
  } catch (error) {
    const { workspace, briefing } = claimed;
    deps.log('a briefing could not be delivered yet', { workspace, briefing: briefing.id, error });
    return null;
  }
}

/** When the work fails, the briefing is given back for a later try. */
async function tryIt(
  claimed: ClaimedBriefing,
  deps: DeliveryDeps,
  signal: AbortSignal | undefined,
  work: (held: HeldBriefing) => Promise<DeliveryOutcome | null>,
): Promise<DeliveryOutcome | null> {
  const { workspace, briefing, claim, unfinished } = claimed;
  const holdFor = (length: number): Promise<boolean> =>
    deps.store.holdBriefing(
      workspace,
      briefing.id,
      claim,
      new Date(deps.now().getTime() + length).toISOString(),
    );
  const hold = async (): Promise<void> => {
    if (signal?.aborted === true) throw new Error('OnRecord is stopping.');
    if (!(await holdFor(LEASE_MS))) throw new Error('Another process has taken this briefing over.');
  };
  try {
    return await work({ workspace, briefing, claim, hold });
  } catch (error) {
    const late = deps.now().getTime() - Date.parse(unfinished?.slot ?? briefing.nextSlot ?? '');
    const wait = Math.min(Math.max((late || 0) / 2, RETRY_MS.shortest), RETRY_MS.longest);
    await holdFor(signal?.aborted === true ? 0 : wait);
    throw error;
  }
}

/** What was left unfinished, else what is due. */
async function runHeld(
  held: HeldBriefing,
  { unfinished }: ClaimedBriefing,
  deps: DeliveryDeps,
): Promise<DeliveryOutcome | null> {
  if (unfinished === null) return openAndDeliver(held, deps, openDueDelivery);
  const tooLate = tellTooLate(held.briefing, unfinished, deps.now());
  if (tooLate !== null) return skipDelivery(held, unfinished, tooLate, deps);
  return deliverBriefing(held, { delivery: unfinished, isResumed: true }, deps);
}

async function openAndDeliver(
  held: HeldBriefing,
  deps: DeliveryDeps,
  open: typeof openDueDelivery,
): Promise<DeliveryOutcome | null> {
  const delivery = await open(held, deps);
  if (delivery === null) return moveOn(held, deps);
  const tooLate = tellTooLate(held.briefing, delivery, deps.now());
  if (tooLate !== null) return skipDelivery(held, delivery, tooLate, deps);
  return deliverBriefing(held, { delivery, isResumed: false }, deps);
}

/** The slot had its end before: somebody set the briefing back to it. */
async function moveOn(
  { workspace, briefing, claim }: HeldBriefing,
  { store, now }: DeliveryDeps,
): Promise<null> {
  const instant = now().toISOString();
  await store.changeBriefing(workspace, briefing.id, { nextSlot: nextSlot(briefing.timetable, instant) });
  await store.holdBriefing(workspace, briefing.id, claim, instant);
  return null;
}
