import type { Listing, ListedItem } from '../records/view.ts';
import type { Words } from '../words/words.ts';
import { CARD_TEXT, dealPages, pageButtons, text, type Card } from './card.ts';
import { escapeLabel } from './escape.ts';

const TITLE = 200;
const NOTE = 800;
const NAME = 200;
const FACT = 300;
const FACTS = 6;
/** What the head and the footer of a page may take at most. */
const AROUND = TITLE + NOTE + 50;

/** A listing as pages of a card: every entry with its facts below its name. */
export function listingCards({ title, items, note }: Listing, words: Words): readonly Card[] {
  const room = CARD_TEXT - AROUND;
  const pages = dealPages(
    items.map((item) => text(writeItem(item))),
    room,
    room,
  );
  return pages.map((sections, index) => ({
    sections: [
      text(`### ${escapeLabel(title, TITLE)}`),
      ...sections,
      ...(note === null ? [] : [text(`-# ${escapeLabel(note, NOTE)}`)]),
      ...(pages.length > 1 ? [text(`-# ${words.cards.page(index + 1, pages.length)}`)] : []),
    ],
    buttons: pageButtons(index + 1, pages.length, words),
  }));
}

function writeItem({ name, facts }: ListedItem): string {
  const lines = facts.slice(0, FACTS).map((fact) => `-# ${escapeLabel(fact, FACT)}`);
  return [`**${escapeLabel(name, NAME)}**`, ...lines].join('\n');
}
