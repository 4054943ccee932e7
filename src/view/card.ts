import type { Language } from '../records/language.ts';
import type { Words } from '../words/words.ts';

/** What a button of a card does; whoever sends the card turns it into a custom id. */
export type CardAction =
  | { readonly kind: 'page'; readonly page: number }
  /** Shows where the quote with this number stands. */
  | { readonly kind: 'context'; readonly number: number }
  /** Shows where this quote stands, whatever became of the message's state; `number` tells it from others of the message. */
  | {
      readonly kind: 'passage';
      readonly quoteId: string;
      readonly number: number;
      /** What the message is told in; absent where it was posted before there were several languages. */
      readonly language?: Language | undefined;
    }
  /** Posts this page for all to see. */
  | { readonly kind: 'share'; readonly page: number }
  /** Shows all quotes that back the summary. */
  | { readonly kind: 'evidence' }
  | { readonly kind: 'watch' }
  /** Chooses which of several speakers is meant. */
  | { readonly kind: 'which' }
  /** Narrows an answer. */
  | { readonly kind: 'by-speaker' }
  | { readonly kind: 'by-stance' }
  /** Does what a confirmation asks for, or lets it be. */
  | { readonly kind: 'confirm' }
  /** Opens a form, filled in. */
  | { readonly kind: 'fill' }
  | { readonly kind: 'cancel' };

export interface CardButton {
  readonly label: string;
  readonly action: CardAction;
  /** What it does can't be undone. */
  readonly isDangerous?: boolean;
}

/** A list to choose one thing from. Its texts are plain, and as long as they are. */
export interface CardSelect {
  readonly placeholder: string;
  readonly action: CardAction;
  /** One to 25, their values different. */
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly about: string | null;
    readonly isChosen: boolean;
  }[];
}

/** A stretch of Markdown, escaped already, with the button that stands beside it. */
export interface CardSection {
  readonly markdown: string;
  readonly button: CardButton | null;
}

/** One page of a view before it becomes Discord components: what it says, in order, and the buttons below it. */
export interface Card {
  readonly sections: readonly CardSection[];
  /** At most two. */
  readonly selects?: readonly CardSelect[];
  /** At most five. */
  readonly buttons: readonly CardButton[];
}

/** Characters of a view's text in one message. Discord allows 4,000; the rest is for the name of who shared it. */
export const CARD_TEXT = 3900;
/**
 * Sections with a button on a page. Each takes three components; with the card itself, four texts around them, two selects
 * and a row of five buttons, eight make 39 of the 40 that Discord allows.
 */
const SECTIONS_PER_PAGE = 8;

export function text(markdown: string): CardSection {
  return { markdown, button: null };
}

/** Buttons to the pages before and after this one, where there are such. */
export function pageButtons(page: number, pages: number, { cards }: Words): readonly CardButton[] {
  const { previous, next } = cards.buttons;
  return [
    ...(page > 1 ? [{ label: previous, action: { kind: 'page', page: page - 1 } } as const] : []),
    ...(page < pages ? [{ label: next, action: { kind: 'page', page: page + 1 } } as const] : []),
  ];
}

/**
 * Deals sections out to pages, in order: no page holds more than `limit` characters (`firstLimit` on the first) or more
 * than eight sections. Each section has to fit into `limit`. Where the first one does not fit into `firstLimit`, the first page
 * holds none.
 */
export function dealPages(
  sections: readonly CardSection[],
  firstLimit: number,
  limit: number,
): readonly (readonly CardSection[])[] {
  const pages: CardSection[][] = [[]];
  let room = firstLimit;
  for (const section of sections) {
    const page = pages.at(-1) ?? [];
    if (section.markdown.length > room || page.length === SECTIONS_PER_PAGE) {
      pages.push([section]);
      room = limit - section.markdown.length;
    } else {
      page.push(section);
      room -= section.markdown.length;
    }
  }
  return pages;
}
