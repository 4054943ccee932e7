import type { Report } from '../records/report.ts';
import type { Words } from '../words/words.ts';
import { whichSelect } from './answer-selects.ts';
import { CARD_TEXT, dealPages, pageButtons, text, type Card, type CardSection } from './card.ts';
import { writeEntry } from './entry.ts';
import { escapeLabel, escapeLines } from './escape.ts';
import { sayRest } from './wording.ts';

/** Characters of Markdown each part of a card may take; `TOLD` is for all that is told together. */
const TITLE = 300;
const FILTERS = 300;
const TOLD = 800;
const HEADING = 300;
const FOOTER = 150;

/** A report as pages of a card: what it is about, then every entry with its source; a quote with a Context button. */
export function reportCards(report: Report, words: Words): readonly Card[] {
  const head = writeHead(report);
  const limit = CARD_TEXT - head.length - FOOTER;
  const sections = writeEntries(report, limit, words);
  const pages = dealPages(sections, limit, limit);
  return pages.map((page, index) => ({
    sections: [text(head), ...page, ...writeFooter(report, [index + 1, pages.length], words)],
    selects: report.which === undefined ? [] : [whichSelect(report.which.candidates, words)],
    buttons: [
      ...pageButtons(index + 1, pages.length, words),
      ...(report.question === undefined
        ? []
        : [{ label: words.cards.buttons.watch, action: { kind: 'watch' } } as const]),
    ],
  }));
}

function writeHead({ title, filters, told }: Report): string {
  const narrowed = escapeLabel(filters.join(' · '), FILTERS);
  return [
    `### ${escapeLabel(title, TITLE)}`,
    ...(narrowed === '' ? [] : [`**${narrowed}**`]),
    ...escapeLines(told, TOLD),
  ].join('\n');
}

/** No section is longer than `room`. */
function writeEntries({ parts }: Report, room: number, words: Words): readonly CardSection[] {
  let number = 0;
  return parts.flatMap(({ heading, entries }) =>
    entries.map((entry, index): CardSection => {
      if (entry.kind === 'quote') number += 1;
      const title = heading !== null && index === 0 ? `**${escapeLabel(heading, HEADING)}**\n` : '';
      return {
        markdown: title + writeEntry(entry, number, { room: room - title.length, words }),
        button:
          entry.kind === 'quote'
            ? { label: words.cards.buttons.context, action: { kind: 'context', number } }
            : null,
      };
    }),
  );
}

function writeFooter(
  report: Report,
  [page, pages]: readonly [page: number, pages: number],
  words: Words,
): readonly CardSection[] {
  const parts = [
    ...(pages > 1 ? [words.cards.page(page, pages)] : []),
    ...(report.notShown > 0 ? [sayRest(report, words)] : []),
  ];
  return parts.length === 0 ? [] : [text(`-# ${escapeLabel(parts.join(' · '), FOOTER)}`)];
}
