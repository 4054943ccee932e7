/** The largest article taken, in bytes. */
export const MAX_ARTICLE_BYTES = 10 * 1024 * 1024;
