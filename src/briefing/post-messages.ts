import type { Delivery, PostedMessage } from '../records/briefing.ts';
import type { DeliveryDeps, HeldBriefing } from './delivery-deps.ts';

/** How many deliveries are looked at for the post that a forum has already. */
const LOOKED_BACK = 20;

/**
 * Posts the messages of a delivery that are not known to be posted, in their order. Each is noted as begun before it goes
 * out; one that was begun before is looked for first. `problem` is what keeps the rest from being posted, null where nothing
 * does. Rejects for what may be tried again.
 */
export async function postMessages(
  held: HeldBriefing,
  delivery: Delivery,
  deps: DeliveryDeps,
): Promise<{ readonly messages: readonly PostedMessage[]; readonly problem: string | null }> {
  const { store, findPosted, post } = deps;
  const { workspace, briefing } = held;
  const messages = [...delivery.messages];
  const keep = (index: number, message: PostedMessage): Promise<void> => {
    messages[index] = message;
    return store.changeDelivery(workspace, delivery.id, { messages: [...messages] });
  };
  const title = deps.titleOf(briefing, delivery.slot);
  let threadId = await findThread(held, delivery, deps);
  for (const [index, message] of delivery.messages.entries()) {
    if (message.messageId === null) {
      await held.hold();
      const { body, files, nonce, attemptedAt } = message;
      const request = { body, files, nonce, place: briefing.place, threadId, title };
      const begun = { ...message, attemptedAt: attemptedAt ?? deps.now().toISOString() };
      if (attemptedAt === null) await keep(index, begun);
      const found = attemptedAt === null ? null : await findPosted(request, attemptedAt);
      const outcome = found ?? (await post(request));
      if (outcome.kind === 'blocked') return { messages, problem: outcome.problem };
      await keep(index, { ...begun, channelId: outcome.channelId, messageId: outcome.messageId });
    }
    if (briefing.place.kind === 'forum') threadId ??= messages[index]?.channelId ?? null;
  }
  return { messages, problem: null };
}

/** The post that a forum has under this title already; null where this delivery opens it, and outside of forums. */
async function findThread(
  { workspace, briefing }: HeldBriefing,
  delivery: Delivery,
  { store, titleOf }: DeliveryDeps,
): Promise<string | null> {
  if (briefing.place.kind !== 'forum') return null;
  const title = titleOf(briefing, delivery.slot);
  const before = await store.listDeliveries(workspace, briefing.id, LOOKED_BACK);
  const same = before.find(
    ({ id, slot, state }) => id !== delivery.id && state === 'delivered' && titleOf(briefing, slot) === title,
  );
  return same?.messages[0]?.channelId ?? null;
}
