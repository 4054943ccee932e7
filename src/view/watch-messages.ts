import { MessageFlags } from 'discord.js';
import type { AnswerQuote } from '../records/answer.ts';
import type { Message } from '../records/briefing.ts';
import type { SourcePassage } from '../records/view.ts';
import type { Language } from '../records/language.ts';
import { wordsIn } from '../words/words.ts';
import { createRender } from './briefing-messages.ts';
import { text, type Card, type CardAction } from './card.ts';
import { toContainer } from './discord.ts';
import { escapeLabel } from './escape.ts';
import { passageCards } from './passage-card.ts';

const TITLE = 120;

/** One new quote with its passage, as a watch posts it; nothing in it mentions, links or formats but what we mean to. */
export function watchMessage(title: string, passage: SourcePassage, language: Language = 'en'): Message {
  const words = wordsIn(language);
  const [card] = passageCards(passage, words);
  const head = text(`-# ${words.cards.watchHead(escapeLabel(title, TITLE))}`);
  const shown: Card = { sections: [head, ...(card?.sections ?? [])], buttons: [] };
  return {
    body: {
      flags: MessageFlags.IsComponentsV2,
      components: [toContainer(shown, () => '')],
      allowed_mentions: { parse: [] },
    },
    files: [],
  };
}

/** Several new quotes together, each with a Context button; `customId` names what a button does. */
export function watchBundle(
  {
    title,
    zone,
    at,
    language = 'en',
  }: {
    readonly title: string;
    readonly zone: string;
    readonly at: string;
    readonly language?: Language;
  },
  quotes: readonly AnswerQuote[],
  customId: (action: CardAction) => string,
): readonly Message[] {
  const entries = quotes.map((quote) => ({ kind: 'quote', quote, note: null }) as const);
  const { cards } = wordsIn(language);
  const told = [cards.watchTold(quotes.length)];
  const name = cards.watchName(title);
  const composed = {
    report: { title: name, filters: [], told, parts: [{ heading: null, entries }], notShown: 0 },
    sentences: [],
    notice: null,
    isQuiet: false,
    told: [],
    corrected: [],
    picture: null,
  };
  return createRender(customId)({ name, mentionRole: null, timetable: { zone }, language }, composed, {
    slot: at,
  });
}
