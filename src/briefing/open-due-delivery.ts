import type { Briefing, BriefingPeriod, Delivery } from '../records/briefing.ts';
import { latestSlot, nextSlots } from '../schedule/next-slots.ts';
import type { DeliveryDeps, HeldBriefing } from './delivery-deps.ts';

const MINUTE_MS = 60_000;

/** The clock ticks once a minute, and what is due in one minute may wait for its turn: no later is late. */
const ON_TIME_MS = 10 * MINUTE_MS;

/** A delivery that has begun, and still can't be posted, is given up after so long. */
const GIVEN_UP_MS = 6 * 60 * MINUTE_MS;

/** Slots that were missed stand in the history one by one: six weeks of one each hour. */
const MOST_MISSED = 1000;

/**
 * Opens the delivery of the newest slot that is due; the ones before it are recorded as skipped, since it covers their
 * period. Null where it was opened, and ended, before.
 */
export async function openDueDelivery(
  { workspace, briefing }: HeldBriefing,
  { store, now }: DeliveryDeps,
): Promise<Delivery | null> {
  const instant = now().toISOString();
  const first = briefing.nextSlot ?? instant;
  const newest = latestSlot(briefing.timetable, instant) ?? first;
  const slot = newest > first ? newest : first;
  const isLate = Date.parse(instant) - Date.parse(slot) > ON_TIME_MS;
  const period = await periodOf(
    workspace,
    briefing,
    { until: instant, caughtUpFrom: isLate ? slot : null },
    store,
  );
  const missed = [first, ...nextSlots(briefing.timetable, first, MOST_MISSED)].filter((each) => each < slot);
  for (const each of missed) {
    await store.openDelivery(workspace, {
      ...newDelivery(briefing, each, period),
      state: 'skipped',
      reason: `It was missed: OnRecord was not running. The one of ${slot} covers its period.`,
      endedAt: instant,
    });
  }
  return store.openDelivery(workspace, newDelivery(briefing, slot, period));
}

/** Opens a delivery out of turn, for now. */
export async function openDeliveryNow(
  { workspace, briefing }: HeldBriefing,
  { store, now }: DeliveryDeps,
): Promise<Delivery | null> {
  const instant = now().toISOString();
  const period = await periodOf(workspace, briefing, { until: instant, caughtUpFrom: null }, store);
  return store.openDelivery(workspace, newDelivery(briefing, instant, period));
}

/** Why a delivery is not posted any more; null where it is. */
export function tellTooLate(briefing: Briefing, { slot, messages }: Delivery, now: Date): string | null {
  const late = now.getTime() - Date.parse(slot);
  const limit = Math.max(ON_TIME_MS, briefing.catchUpMinutes * MINUTE_MS);
  const isBegun = messages.some(({ attemptedAt }) => attemptedAt !== null);
  if (late <= (isBegun ? Math.max(limit, GIVEN_UP_MS) : limit)) return null;
  if (messages.some(({ messageId }) => messageId !== null))
    return 'Only a part of it could be posted in time.';
  return isBegun
    ? 'It could not be posted in time. The next one covers its period.'
    : 'It was missed, and too late to catch up. The next one covers its period.';
}

async function periodOf(
  workspace: string,
  { toldUpTo, toldUntil }: Briefing,
  to: Pick<BriefingPeriod, 'until' | 'caughtUpFrom'>,
  store: DeliveryDeps['store'],
): Promise<BriefingPeriod> {
  return { after: toldUpTo, upTo: await store.measureRecord(workspace), since: toldUntil, ...to };
}

function newDelivery({ id }: Briefing, slot: string, period: BriefingPeriod): Omit<Delivery, 'id'> {
  return {
    briefingId: id,
    slot,
    state: 'posting',
    reason: null,
    period,
    messages: [],
    told: [],
    corrected: [],
    endedAt: null,
  };
}
