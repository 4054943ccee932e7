import { z } from 'zod';

/** A calendar day, or an instant with its zone: what an article's date may be. */
export const PublishedAt = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

/** What is known of an article before it is stored. `text` is the canonical text that every span points into. */
export interface ArticleDraft {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  /** As the source gave it: `2024-09-10`, or an instant with its zone `2024-09-10T08:00:00+02:00`. */
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** BCP 47, such as `en`; null when it was not told or detected. */
  readonly language: string | null;
  /** The canonical URL. */
  readonly url: string | null;
  readonly text: string;
  /** SHA-256 over `text`, in hex: the same text twice is the same article. */
  readonly contentHash: string;
  /** Stored, and told to nobody: no watch or briefing speaks of it, such as a feed's entries from before it was followed. */
  readonly quiet?: boolean | undefined;
  /** Just read from its address: what stands there now, be it a text that stood there before. */
  readonly isLive?: boolean | undefined;
  /** Only what a feed gave in place of the article: why its page could not be read, in one sentence. */
  readonly teaser?: string | undefined;
  /** The host whose feed gave the text, where the address is another site's, which did not say it. */
  readonly toldBy?: string | undefined;
  /** The id of the stored article that it is another text of, where its address does not tell. */
  readonly revises?: string | undefined;
}

/** A stored, immutable article of one workspace. */
export interface Article extends ArticleDraft {
  readonly id: string;
  /** The instant it was stored, ISO 8601 in UTC. */
  readonly storedAt: string;
  /** Of several revisions of one address which this is, counted from 1; absent for the first. */
  readonly revision?: number | undefined;
}
