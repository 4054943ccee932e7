import type { Pending, Watch } from '../records/watch.ts';
import { wordsIn, type Words } from '../words/words.ts';
import type { HeldWatch, WatchDeps } from './watch-deps.ts';

/**
 * Posts what is not posted yet of what a watch tells; when each was. Each message is noted as begun before it goes out, and
 * one that was begun before is looked for first. Null where it can't be posted: then the watch is blocked. Rejects for what
 * may be tried again.
 */
export async function postWatch(
  { workspace, watch, hold }: HeldWatch,
  { pending, posted }: { readonly pending: Pending; readonly posted: readonly string[] },
  deps: WatchDeps,
): Promise<readonly string[] | null> {
  const messages = [...pending.messages];
  const instants: string[] = [];
  for (const [index, message] of messages.entries()) {
    if (message.messageId !== null) continue;
    await hold();
    const { body, nonce, attemptedAt } = message;
    const request = { place: watch.place, body, files: [], nonce, threadId: null, title: titleOf(watch) };
    const instant = deps.now().toISOString();
    const keep = async (changed: Partial<typeof message>): Promise<void> => {
      messages[index] = { ...message, ...changed };
      const kept = { ...pending, messages: [...messages] };
      await deps.store.changeWatch(workspace, watch.id, { pending: kept, posted: [...posted, ...instants] });
    };
    if (attemptedAt === null) await keep({ attemptedAt: instant });
    const found = attemptedAt === null ? null : await deps.findPosted(request, attemptedAt);
    const outcome = found ?? (await deps.post(request, workspace));
    if (outcome.kind === 'blocked') {
      await blockWatch(workspace, watch, outcome.problem, deps);
      return null;
    }
    instants.push(instant);
    // Discord may have let it wait so long that another process went on, and noted more than is known here.
    await hold();
    await keep({ attemptedAt: attemptedAt ?? instant, messageId: outcome.messageId });
  }
  return instants;
}

async function blockWatch(
  workspace: string,
  watch: Watch,
  problem: string,
  { store, tellBlocked, now }: WatchDeps,
): Promise<void> {
  const nextLook = now().toISOString();
  await store.changeWatch(workspace, watch.id, { state: 'blocked', problem, pending: null, nextLook });
  await tellBlocked(workspace, watch, problem);
}

/** What a watch looks for, in a line. */
export function titleOf({ wanted }: Pick<Watch, 'wanted'>, words: Words = wordsIn('en')): string {
  const stances = wanted.stances.map((stance) => words.shortStances[stance]);
  const parts = [...wanted.topics, ...wanted.speakers, ...stances, ...wanted.outlets];
  return parts.length === 0 ? words.cards.everything : parts.join(', ').slice(0, 90);
}
