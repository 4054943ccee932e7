import type { Report } from '../records/report.ts';
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
export function reportCards(report: Report): readonly Card[] {
  const head = writeHead(report);
  const limit = CARD_TEXT - head.length - FOOTER;
  const sections = writeEntries(report, limit);
  const pages = dealPages(sections, limit, limit);
  return pages.map((page, index) => ({
    sections: [text(head), ...page, ...writeFooter(report, index + 1, pages.length)],
    selects: report.which === undefined ? [] : [whichSelect(report.which.candidates)],
    buttons: pageButtons(index + 1, pages.length),
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
function writeEntries({ parts }: Report, room: number): readonly CardSection[] {
  let number = 0;
  return parts.flatMap(({ heading, entries }) =>
    entries.map((entry, index): CardSection => {
      if (entry.kind === 'quote') number += 1;
      const title = heading !== null && index === 0 ? `**${escapeLabel(heading, HEADING)}**\n` : '';
      return {
        markdown: title + writeEntry(entry, number, { room: room - title.length }),
        button: entry.kind === 'quote' ? { label: 'Context', action: { kind: 'context', number } } : null,
      };
    }),
  );
}

function writeFooter(report: Report, page: number, pages: number): readonly CardSection[] {
  const parts = [
    ...(pages > 1 ? [`Page ${page} of ${pages}`] : []),
    ...(report.notShown > 0 ? [sayRest(report)] : []),
  ];
  return parts.length === 0 ? [] : [text(`-# ${escapeLabel(parts.join(' · '), FOOTER)}`)];
}
