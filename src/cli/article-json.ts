import type { ArticleDraft } from '../records/article.ts';

/** An article as `onrecord article --json` tells it. */
export function articleJson(draft: ArticleDraft) {
  const { title, outlet, byline, publishedAt, modifiedAt, language, url, text } = draft;
  return { title, outlet, byline, publishedAt, modifiedAt, language, url, text };
}
