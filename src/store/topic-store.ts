/** A topic that was asked about. */
interface AskedTopic {
  readonly topic: string;
  /** Who asked so that nobody else saw it; null for a question that all could see. */
  readonly userId: string | null;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

/** Topics asked before, to suggest them again. */
export interface TopicStore {
  /** Keeps a topic; of each person's own ones, and of those that all saw, the latest 200. */
  noteTopic(workspace: string, asked: AskedTopic): Promise<void>;
  /**
   * Topics in which each word of `typed` starts a word, asked last first: those that all saw, and the person's own. Nobody is
   * ever offered what another person asked alone.
   */
  suggestTopics(
    workspace: string,
    asker: { readonly userId: string | null; readonly typed: string },
    limit: number,
  ): Promise<readonly string[]>;
}
