import type { Feed, FeedEntry, FeedText } from '../records/feed.ts';

/** A feed as `onrecord feed parse --json` tells it: texts as the feed gives them, and whether they are markup. */
export function feedJson({ format, title, link, language, entries }: Feed) {
  return { format, title: title?.value ?? null, link, language, entries: entries.map(entryJson) };
}

function entryJson(entry: FeedEntry) {
  const { title, summary, content, ...facts } = entry;
  return {
    ...facts,
    title: title?.value ?? null,
    titleType: title?.type ?? null,
    summary: textJson(summary),
    content: textJson(content),
  };
}

function textJson(text: FeedText | null) {
  return text === null ? null : { value: text.value, type: text.type };
}
