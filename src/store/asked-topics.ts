import type { Database } from './tables.ts';
import type { TopicStore } from './topic-store.ts';
import { wordsOf } from './words.ts';

/** Topics kept of each person, and of those that all saw. */
const KEPT = 200;
/** Stands for everybody; no person has it for an id. */
const ALL = '';

/** The part of the store that knows which topics were asked before. */
export function keepTopics(database: Database): TopicStore {
  return {
    async noteTopic(workspace, { topic, userId, at }) {
      const key = wordsOf(topic).join(' ');
      if (key === '') return;
      const owner = { workspace, user_id: userId ?? ALL };
      const row = { topic, asked_at: at };
      await database
        .insertInto('asked_topics')
        .values({ ...owner, key, ...row })
        .onConflict((conflict) => conflict.columns(['workspace', 'user_id', 'key']).doUpdateSet(row))
        .execute();
      const [oldestKept] = await database
        .selectFrom('asked_topics')
        .select('asked_at')
        .where('workspace', '=', workspace)
        .where('user_id', '=', owner.user_id)
        .orderBy('asked_at', 'desc')
        .offset(KEPT - 1)
        .limit(1)
        .execute();
      if (oldestKept === undefined) return;
      await database
        .deleteFrom('asked_topics')
        .where('workspace', '=', workspace)
        .where('user_id', '=', owner.user_id)
        .where('asked_at', '<', oldestKept.asked_at)
        .execute();
    },
    async suggestTopics(workspace, { userId, typed }, limit) {
      const rows = await database
        .selectFrom('asked_topics')
        .select(['key', 'topic'])
        .where('workspace', '=', workspace)
        .where('user_id', 'in', [ALL, userId ?? ALL])
        .orderBy('asked_at', 'desc')
        .execute();
      const begun = wordsOf(typed);
      const fitting = rows.filter(({ key }) => {
        const words = key.split(' ');
        return begun.every((start) => words.some((word) => word.startsWith(start)));
      });
      const once = new Map(fitting.toReversed().map(({ key, topic }) => [key, topic]));
      return [...once.values()].toReversed().slice(0, Math.max(0, limit));
    },
  };
}
