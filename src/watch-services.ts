import type { AnswerQuote } from './records/answer.ts';
import { findPassage } from './answer/find-passage.ts';
import { titleOf } from './briefing/post-watch.ts';
import { runDueWatches } from './briefing/run-due-watches.ts';
import type { WatchDeps } from './briefing/watch-deps.ts';
import { writeCustomId } from './discord/custom-id.ts';
import type { Log } from './log.ts';
import type { Message, PostOutcome, PostRequest } from './records/briefing.ts';
import type { Messenger } from './records/message.ts';
import type { Watch } from './records/watch.ts';
import type { Store } from './store/store.ts';
import { wordsIn } from './words/words.ts';
import { watchBundle, watchMessage } from './view/watch-messages.ts';

export interface WatchServicesDeps {
  readonly store: Store;
  readonly messenger: Messenger;
  readonly tellOperators: (workspace: string, sentence: string) => Promise<void>;
  readonly log: Log;
  readonly now: () => Date;
}

const SERVER = /^guild:(\d+)$/;

/** Who has left a server is told nothing of it any more. */
async function postToMember(
  request: PostRequest,
  workspace: string,
  messenger: Messenger,
): Promise<PostOutcome> {
  const { kind, channelId } = request.place;
  const [, guildId] = SERVER.exec(workspace) ?? [];
  const isOutside =
    kind === 'direct-message' && guildId !== undefined && !(await messenger.isMember(guildId, channelId));
  if (isOutside) return { kind: 'blocked', problem: 'Whoever set this watch up has left the server.' };
  return messenger.post(request);
}

/** Looks for what is new for all watches that have something to do. */
export function createWatchRunner({
  store,
  messenger,
  tellOperators,
  log,
  now,
}: WatchServicesDeps): (signal: AbortSignal) => Promise<void> {
  const render = async (
    watch: Watch,
    quotes: readonly AnswerQuote[],
    workspace: string,
  ): Promise<readonly Message[]> => {
    const { language } = await store.readSettings(workspace);
    const title = titleOf(watch, wordsIn(language));
    const [only, ...more] = quotes;
    const passage =
      only === undefined || more.length > 0 ? null : await findPassage(only.id, { workspace, store });
    if (passage !== null) return [watchMessage(title, passage, language)];
    const told = { title, zone: watch.zone, at: now().toISOString(), language };
    return watchBundle(told, quotes, (action) => writeCustomId('watch', action));
  };
  const deps: WatchDeps = {
    store,
    render,
    post: (request, workspace) => postToMember(request, workspace, messenger),
    findPosted: (request, since) => messenger.findPosted(request, since),
    tellBlocked: (workspace, watch, problem) =>
      watch.place.kind === 'direct-message'
        ? Promise.resolve()
        : tellOperators(
            workspace,
            `The watch on ${titleOf(watch)} is stopped. ${problem} Then set it up again with /watch add.`,
          ),
    now,
    log: log.warn,
  };
  return (signal) => runDueWatches(deps, { signal });
}
