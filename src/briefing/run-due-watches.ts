import { createHash } from 'node:crypto';
import type { AnswerQuote } from '../records/answer.ts';
import type { Message, PostOutcome, PostRequest } from '../records/briefing.ts';
import type { Pending, Watch, WatchChanges } from '../records/watch.ts';
import type { Store } from '../store/store.ts';
import type { ClaimedWatch } from '../store/watch-store.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { quietUntil } from './quiet-hours.ts';
import { findWatchNews } from './watch-news.ts';

export interface WatchDeps {
  readonly store: Store;
  /** One quote with its passage, or several together: mostly one message. */
  readonly render: (
    watch: Watch,
    quotes: readonly AnswerQuote[],
    workspace: string,
  ) => Promise<readonly Message[]>;
  readonly post: (request: PostRequest, workspace: string) => Promise<PostOutcome>;
  readonly findPosted: (request: PostRequest, since: string) => Promise<PostOutcome | null>;
  readonly tellBlocked: (workspace: string, watch: Watch, problem: string) => Promise<void>;
  readonly now: () => Date;
  readonly log: (message: string, facts: Readonly<Record<string, unknown>>) => void;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A look that died with its process is taken up again after so long. */
const LEASE_MS = 5 * MINUTE_MS;
const BETWEEN = { 'at-once': 0, hourly: HOUR_MS, daily: 24 * HOUR_MS } as const;
/** Quotes in one message that bundles several. */
const MOST_BUNDLED = 20;

/** Looks for what is new for every watch that has something to do, the longest due first. Rejects with StoreError. */
export async function runDueWatches(
  deps: WatchDeps,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  for (;;) {
    const now = deps.now();
    const [claimed] =
      signal?.aborted === true
        ? []
        : await deps.store.claimWatches({
            now: now.toISOString(),
            until: new Date(now.getTime() + LEASE_MS).toISOString(),
            limit: 1,
          });
    if (claimed === undefined) return;
    try {
      await look(claimed, deps);
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

async function look({ workspace, watch }: ClaimedWatch, deps: WatchDeps): Promise<void> {
  const { store } = deps;
  const now = deps.now();
  const isNew = watch.pending === null;
  const quiet = isNew ? quietUntil(now, watch.quietHours, watch.zone) : null;
  const posted = watch.posted.filter((instant) => Date.parse(instant) > now.getTime() - HOUR_MS);
  const change = (changes: WatchChanges) => store.changeWatch(workspace, watch.id, changes);
  if (quiet !== null) return void (await change({ nextLook: quiet.toISOString() }));
  if (isNew && posted.length >= watch.hourlyLimit) {
    const free = Math.min(...posted.map((instant) => Date.parse(instant))) + HOUR_MS;
    return void (await change({ nextLook: new Date(free).toISOString(), posted }));
  }
  const pending = watch.pending ?? (await prepare({ workspace, watch }, posted.length, deps));
  if (pending.messages.length > 0) {
    if (isNew) await change({ pending });
    const outcome = await tell({ workspace, watch }, { pending, posted }, deps);
    if (outcome === null) return;
    posted.push(...outcome);
    await store.noteTold(workspace, watch.id, pending.quoteIds);
  }
  const wait = pending.messages.length > 0 ? BETWEEN[watch.frequency] : 0;
  await change({
    pending: null,
    posted,
    toldUpTo: pending.upTo,
    lookedAt: now.toISOString(),
    nextLook: new Date(now.getTime() + wait).toISOString(),
  });
}

/** What is to be told now: one message a quote while the hour's limit allows it, else one for all. */
async function prepare(
  { workspace, watch }: ClaimedWatch,
  postedThisHour: number,
  { store, render, now }: WatchDeps,
): Promise<Pending> {
  const recorded = await store.measureRecord(workspace);
  const asked = { upTo: recorded, now: now() };
  const { quotes: news, upTo } = await findWatchNews(watch, asked, { workspace, store });
  const isSingly = watch.frequency === 'at-once' && news.length <= watch.hourlyLimit - postedThisHour;
  const parts = isSingly ? news.map((quote) => [quote]) : bundle(news);
  const messages = [];
  for (const quotes of parts) {
    for (const { body } of await render(watch, quotes, workspace)) {
      const nonce = nonceOf(`${watch.id} ${upTo} ${messages.length}`);
      messages.push({ body, nonce, attemptedAt: null, messageId: null });
    }
  }
  return { messages, quoteIds: news.map(({ id }) => id), upTo };
}

/** Discord takes 25 characters. */
function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 25);
}

/** Portions that fit into one message each; only where there are very many is there more than one. */
function bundle(news: readonly AnswerQuote[]): readonly (readonly AnswerQuote[])[] {
  return Array.from({ length: Math.ceil(news.length / MOST_BUNDLED) }, (_, index) =>
    news.slice(index * MOST_BUNDLED, (index + 1) * MOST_BUNDLED),
  );
}

/** Posts what is not posted yet; when each was. Null where it can't be: then the watch is blocked. */
async function tell(
  { workspace, watch }: ClaimedWatch,
  { pending, posted }: { readonly pending: Pending; readonly posted: readonly string[] },
  deps: WatchDeps,
): Promise<readonly string[] | null> {
  const messages = [...pending.messages];
  const instants: string[] = [];
  for (const [index, message] of messages.entries()) {
    if (message.messageId !== null) continue;
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
      const { problem } = outcome;
      await deps.store.changeWatch(workspace, watch.id, {
        state: 'blocked',
        problem,
        pending: null,
        nextLook: instant,
      });
      await deps.tellBlocked(workspace, watch, problem);
      return null;
    }
    instants.push(instant);
    await keep({ attemptedAt: attemptedAt ?? instant, messageId: outcome.messageId });
  }
  return instants;
}

/** What a watch looks for, in a line. */
export function titleOf({ wanted }: Pick<Watch, 'wanted'>, words: Words = wordsIn('en')): string {
  const stances = wanted.stances.map((stance) => words.shortStances[stance]);
  const parts = [...wanted.topics, ...wanted.speakers, ...stances, ...wanted.outlets];
  return parts.length === 0 ? words.cards.everything : parts.join(', ').slice(0, 90);
}
