import { shownWords } from '../records/quote.ts';
import type { ReportEntry } from '../records/report.ts';
import { around, writeSource } from './answer-card.ts';
import { escapeLabel, link } from './escape.ts';
import { attribute, countOutlets, sayStance, webAddress } from './wording.ts';

const NAME = 120;
const NOTE = 200;

/** How an entry is set. */
export interface EntryStyle {
  /** Characters of Markdown it takes at most. */
  readonly room: number;
  /** For a message that stands for itself: the quote's words whole where there is room, its id, and in how many outlets it is. */
  readonly isPosted?: boolean;
}

/** An entry of a report as Markdown: who, what is noted of it, the words, and where they stand. */
export function writeEntry(
  entry: ReportEntry,
  number: number,
  { room, isPosted = false }: EntryStyle,
): string {
  const note = entry.note === null ? [] : [`*${escapeLabel(entry.note, NOTE)}*`];
  const most = isPosted ? room : undefined;
  if (entry.kind === 'sentence') {
    const { outlet, title, url } = entry.article;
    const source = link(escapeLabel(outlet ?? title ?? 'source', NAME), webAddress(url));
    const lines = [`**${escapeLabel(entry.who, NAME)}**`, ...note];
    return around({ lines, words: entry.text, source }, room, most);
  }
  const { quote } = entry;
  const { speaker, marks } = attribute(quote);
  const outlets = countOutlets(quote);
  const names = [
    `**${number}. ${escapeLabel(speaker, NAME)}**`,
    ...marks.map((mark) => escapeLabel(mark, NAME)),
    sayStance(quote.stance),
    ...(isPosted && outlets > 1 ? [`in ${outlets} outlets`] : []),
  ];
  const source = [writeSource(quote), ...(isPosted ? [escapeLabel(quote.id, NAME)] : [])];
  return around(
    {
      lines: [names.join(', '), ...note],
      words: shownWords(quote),
      source: source.filter((part) => part !== '').join(' · '),
    },
    room,
    most,
  );
}
