import { InputError } from '../errors.ts';
import type { Delivery, PostedMessage } from '../records/briefing.ts';
import { nextSlot } from '../schedule/next-slots.ts';
import type { DeliveryChanges, Settlement } from '../store/briefing-store.ts';
import type { DeliveryDeps, DeliveryOutcome, HeldBriefing } from './delivery-deps.ts';
import { postMessages } from './post-messages.ts';

const NOTHING_NEW = 'Nothing new was on the record.';

/**
 * Brings a delivery to its end: composes it unless that was done before, keeps its messages, posts those that are not known
 * to be posted, notes what was told and moves the briefing on. May be stopped at any point and called again: each message
 * is posted once. Rejects for what may be tried again.
 */
export async function deliverBriefing(
  held: HeldBriefing,
  begun: { readonly delivery: Delivery; readonly isResumed: boolean },
  deps: DeliveryDeps,
): Promise<DeliveryOutcome> {
  const { store } = deps;
  const { workspace, briefing } = held;
  const delivery = await composeMessages(held, begun, deps);
  if (delivery instanceof InputError) return blockBriefing(held, begun.delivery, delivery.userMessage, deps);
  if (delivery.messages.length === 0) return skipDelivery(held, delivery, NOTHING_NEW, deps);
  const { messages, problem } = await postMessages(held, delivery, deps);
  if (problem !== null) return blockBriefing(held, { ...delivery, messages }, problem, deps);
  await store.noteTold(workspace, briefing.id, delivery.told);
  await store.noteCorrected(workspace, briefing.id, delivery.corrected);
  const { upTo, until } = delivery.period;
  const isFree = briefing.state === 'blocked' ? ({ state: 'active', problem: null } as const) : {};
  return settle(
    held,
    { ...delivery, messages },
    {
      delivery: { state: 'delivered', reason: null, messages: messages.map(withoutWords) },
      briefing: { toldUpTo: upTo, toldUntil: until, ...isFree },
    },
    deps,
  );
}

/** Ends a delivery of which nothing is posted any more. */
export function skipDelivery(
  held: HeldBriefing,
  delivery: Delivery,
  reason: string,
  deps: DeliveryDeps,
): Promise<DeliveryOutcome> {
  const messages = delivery.messages.map(withoutWords);
  return settle(held, delivery, { delivery: { state: 'skipped', reason, messages }, briefing: {} }, deps);
}

/** Those who run the workspace are told first: a process that dies in between tells them again, rather than never. */
async function blockBriefing(
  held: HeldBriefing,
  delivery: Delivery,
  problem: string,
  deps: DeliveryDeps,
): Promise<DeliveryOutcome> {
  const { workspace, briefing } = held;
  try {
    await deps.tellBlocked(workspace, briefing, problem);
  } catch (error) {
    deps.log('nobody could be told that a briefing is blocked', { workspace, briefing: briefing.id, error });
  }
  // What has begun goes on where it stopped once the way is free.
  const isBegun = delivery.messages.some(({ messageId }) => messageId !== null);
  const state = isBegun ? 'posting' : 'blocked';
  const messages = isBegun ? delivery.messages : delivery.messages.map(withoutWords);
  return settle(
    held,
    delivery,
    { delivery: { state, reason: problem, messages }, briefing: { state: 'blocked', problem } },
    deps,
  );
}

/**
 * What is to be posted is kept before the first message goes out: a later try posts the very same. InputError for a topic
 * that can't be searched.
 */
async function composeMessages(
  { workspace, briefing }: HeldBriefing,
  { delivery, isResumed }: { readonly delivery: Delivery; readonly isResumed: boolean },
  { store, compose, render }: DeliveryDeps,
): Promise<Delivery | InputError> {
  if (delivery.messages.length > 0) return delivery;
  const composed = await compose(workspace, briefing, delivery.period, { withoutModel: isResumed }).catch(
    asInputError,
  );
  if (composed instanceof InputError) return composed;
  if (composed.isQuiet && briefing.onQuietDay === 'skip') return delivery;
  const messages = await render(workspace, briefing, composed, delivery);
  const changes = {
    messages: messages.map(({ body, files }, index) => ({
      body,
      files,
      channelId: null,
      messageId: null,
      // An id has 18 characters, and Discord takes 25.
      nonce: `${delivery.id}.${index}`,
      attemptedAt: null,
    })),
    told: composed.told,
    corrected: composed.corrected,
  };
  await store.changeDelivery(workspace, delivery.id, changes);
  return { ...delivery, ...changes };
}

/** What only a person can mend; anything else may be well the next time. */
function asInputError(error: unknown): InputError {
  if (error instanceof InputError) return error;
  throw error;
}

/** Words of articles are kept no longer than they are needed. */
function withoutWords(message: PostedMessage): PostedMessage {
  return { ...message, body: null, files: [] };
}

async function settle(
  { workspace, briefing, claim }: HeldBriefing,
  delivery: Delivery,
  changes: Pick<Settlement, 'briefing'> & { readonly delivery: DeliveryChanges },
  { store, now }: DeliveryDeps,
): Promise<DeliveryOutcome> {
  const ended = { ...delivery, ...changes.delivery };
  const isPast = briefing.nextSlot !== null && briefing.nextSlot <= delivery.slot;
  const isSettled = await store.settleDelivery(workspace, delivery, {
    claim,
    delivery: { ...changes.delivery, endedAt: ended.state === 'posting' ? null : now().toISOString() },
    briefing: changes.briefing,
    nextSlot: isPast ? { from: briefing.nextSlot, to: nextSlot(briefing.timetable, delivery.slot) } : null,
  });
  if (!isSettled) throw new Error('Another process has taken this briefing over.');
  return ended;
}
