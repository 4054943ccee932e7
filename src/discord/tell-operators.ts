import type { Log } from '../log.ts';
import { directMessagesOf, type Place } from '../records/briefing.ts';
import { nonceOf, type Messenger } from '../records/message.ts';
import type { Store } from '../store/store.ts';
import { renderSentence } from '../view/discord.ts';

export interface TellOperatorsDeps {
  readonly store: Pick<Store, 'readSettings'>;
  readonly messenger: Messenger;
  readonly log: Log;
}

/**
 * Tells those who run a workspace of a trouble, in the channel that its settings name, or in direct messages where it is one
 * person's. What can't be told is logged; it never fails the work that it is about.
 */
export function createTellOperators({
  store,
  messenger,
  log,
}: TellOperatorsDeps): (workspace: string, sentence: string) => Promise<void> {
  return async (workspace, sentence) => {
    log.warn('a trouble', { workspace, sentence });
    try {
      const place = placeOfOwner(workspace) ?? (await store.readSettings(workspace)).operatorsChannel;
      if (place === null) return;
      const { flags, components } = renderSentence(sentence);
      const outcome = await messenger.post({
        place,
        body: { flags, components, allowed_mentions: { parse: [] } },
        files: [],
        nonce: nonceOf(`${workspace} ${sentence}`),
        threadId: null,
        title: 'OnRecord',
      });
      if (outcome.kind === 'blocked')
        log.warn('operators can not be told', { workspace, problem: outcome.problem });
    } catch (error) {
      log.warn('operators could not be told', { workspace, error });
    }
  };
}

const PRIVATE = /^user:(\d+)$/;

function placeOfOwner(workspace: string): Place | null {
  const [, userId] = PRIVATE.exec(workspace) ?? [];
  return userId === undefined ? null : directMessagesOf(userId);
}
