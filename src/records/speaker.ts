/** Somebody who is quoted in a workspace's articles, whatever each of them calls him, her or it. */
export interface SpeakerRecord {
  readonly id: string;
  readonly name: string;
  /** Other names that articles give, such as an acronym. */
  readonly aliases: readonly string[];
  /** As written, with the first and the last day they were told of (`YYYY-MM-DD`); the latest last. */
  readonly roles: readonly {
    readonly role: string;
    readonly since: string | null;
    readonly until: string | null;
  }[];
  /** How many stored quotes are by this speaker. */
  readonly quotes: number;
}
