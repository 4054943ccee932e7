import { shownWords } from '../records/quote.ts';
import type { ReportEntry } from '../records/report.ts';
import type { Words } from '../words/words.ts';
import { around, writePublished, writeSource } from './answer-card.ts';
import { escapeLabel, link } from './escape.ts';
import { attribute, countOutlets, webAddress } from './wording.ts';

const NAME = 120;
const NOTE = 200;

/** How an entry is set. */
export interface EntryStyle {
  /** Characters of Markdown it takes at most. */
  readonly room: number;
  /** For a message that stands for itself: the quote's words whole where there is room, its id, and in how many outlets it is. */
  readonly isPosted?: boolean;
  readonly words: Words;
}

/** An entry of a report as Markdown: who, what is noted of it, the words, and where they stand. */
export function writeEntry(
  entry: ReportEntry,
  number: number,
  { room, isPosted = false, words }: EntryStyle,
): string {
  const note = entry.note === null ? [] : [`*${escapeLabel(entry.note, NOTE)}*`];
  const most = isPosted ? room : undefined;
  if (entry.kind === 'sentence') {
    const { outlet, title, url } = entry.article;
    const where = link(escapeLabel(outlet ?? title ?? words.cards.source.source, NAME), webAddress(url));
    const source = [where, ...writePublished(entry.article, words)].join(' · ');
    const lines = [`**${escapeLabel(entry.who, NAME)}**`, ...note];
    return around({ lines, quote: entry.text, source, words }, { room, most });
  }
  const { quote } = entry;
  const { speaker, marks } = attribute(quote, words);
  const outlets = countOutlets(quote);
  const names = [
    `**${number}. ${escapeLabel(speaker, NAME)}**`,
    ...marks.map((mark) => escapeLabel(mark, NAME)),
    words.stances[quote.stance],
    ...(isPosted && outlets > 1 ? [words.cards.source.inOutlets(outlets)] : []),
  ];
  const source = [writeSource(quote, words), ...(isPosted ? [escapeLabel(quote.id, NAME)] : [])];
  return around(
    {
      lines: [names.join(', '), ...note],
      quote: shownWords(quote),
      source: source.filter((part) => part !== '').join(' · '),
      words,
    },
    { room, most },
  );
}
