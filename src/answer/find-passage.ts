import type { SourcePassage } from '../records/view.ts';
import type { Span } from '../records/span.ts';
import { findCopies } from './find-copies.ts';
import type { Store } from '../store/store.ts';

/** How far a passage reaches beyond its quote on each side, in UTF-16 code units, where paragraphs have no end. */
const REACH = 600;

/** The paragraphs that a stored quote stands in, with its speaker, its cue and the other articles that carry it; null when there is no such quote. */
export async function findPassage(
  quoteId: string,
  { workspace, store }: { workspace: string; store: Store },
): Promise<SourcePassage | null> {
  const stored = await store.findQuote(workspace, quoteId);
  const article = stored && (await store.findArticle(workspace, stored.article.id));
  if (!stored || !article) return null;
  const copies = await findCopies(stored, { workspace, store });
  const quote = copies.length === 0 ? stored : { ...stored, copies };
  const mention = quote.speaker === null ? [] : [quote.speaker.mention];
  const spans = [...quote.content.spans, ...quote.cue.spans, ...mention];
  return { quote, article, span: paragraphsAround(article.text, spans) };
}

/** From the start of the first paragraph that `spans` touch to the end of the last, cut between words where it is long. */
function paragraphsAround(text: string, spans: readonly Span[]): Span {
  const from = Math.min(...spans.map(([start]) => start));
  const to = Math.max(...spans.map(([, end]) => end));
  const lead =
    text
      .slice(Math.max(0, from - REACH), from)
      .split('\n')
      .at(-1) ?? '';
  const tail = text.slice(to, to + REACH).split('\n')[0] ?? '';
  const start = lead.length === REACH ? lead.indexOf(' ') + 1 : 0;
  const end = tail.length === REACH ? Math.max(0, tail.lastIndexOf(' ')) : tail.length;
  return [from - lead.length + start, to + end];
}
