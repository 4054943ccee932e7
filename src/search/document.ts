import type { ArticleDraft } from '../records/article.ts';
import type { Quote } from '../records/quote.ts';
import type { SearchDocument } from '../records/search.ts';
import { sliceAt, type Span } from '../records/span.ts';

/** How far a paragraph reaches on each side of a span, in UTF-16 code units; longer ones are text without paragraphs. */
const REACH = 1500;

/** The words under which `quote` is found: its own, what it answers, its paragraphs, the title, the speaker. */
export function describeQuote(article: ArticleDraft, quote: Quote): SearchDocument {
  const { content, cue, speaker, answers } = quote;
  const spans = [...content.spans, ...cue.spans, ...(speaker === null ? [] : [speaker.mention])];
  return {
    content: content.text,
    claim: answers?.text ?? '',
    context: union(spans.map((span) => paragraphAround(article.text, span)))
      .map((span) => sliceAt(article.text, span))
      .join('\n'),
    title: article.title ?? '',
    speaker: [speaker?.name, speaker?.role, speaker?.text].filter((part) => part != null).join(' '),
  };
}

/** From the newline before `span` to the newline after it, cut at a space where that is further than REACH. */
function paragraphAround(text: string, [start, end]: Span): Span {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const newlineBefore = before.lastIndexOf('\n');
  const newlineAfter = after.indexOf('\n');
  const from = newlineBefore === -1 && start > REACH ? before.indexOf(' ') : newlineBefore;
  const cutAfter = end + REACH < text.length ? after.lastIndexOf(' ') : after.length;
  const to = newlineAfter === -1 ? cutAfter : newlineAfter;
  return [start - before.length + from + 1, to === -1 ? end : end + to];
}

/** The same stretches of text in reading order, those that touch made one. */
function union(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const previous = merged.at(-1);
    if (previous !== undefined && start <= previous[1]) {
      merged.splice(-1, 1, [previous[0], Math.max(previous[1], end)]);
    } else {
      merged.push([start, end]);
    }
  }
  return merged;
}
