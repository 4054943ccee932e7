import { MessageFlags } from 'discord.js';
import type { AnswerQuote } from '../records/answer.ts';
import type { Message } from '../records/briefing.ts';
import type { SourcePassage } from '../records/view.ts';
import { createRender } from './briefing-messages.ts';
import { text, type Card, type CardAction } from './card.ts';
import { toContainer } from './discord.ts';
import { escapeLabel } from './escape.ts';
import { passageCards } from './passage-card.ts';

const TITLE = 120;

/** One new quote with its passage, as a watch posts it; nothing in it mentions, links or formats but what we mean to. */
export function watchMessage(title: string, passage: SourcePassage): Message {
  const [card] = passageCards(passage);
  const head = text(`-# New on the record · watch on ${escapeLabel(title, TITLE)}`);
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
  { title, zone, at }: { readonly title: string; readonly zone: string; readonly at: string },
  quotes: readonly AnswerQuote[],
  customId: (action: CardAction) => string,
): readonly Message[] {
  const entries = quotes.map((quote) => ({ kind: 'quote', quote, note: null }) as const);
  const told = [quotes.length === 1 ? 'One new statement.' : `${quotes.length} new statements.`];
  const name = `Watch on ${title}`;
  const composed = {
    report: { title: name, filters: [], told, parts: [{ heading: null, entries }], notShown: 0 },
    sentences: [],
    notice: null,
    isQuiet: false,
    told: [],
    corrected: [],
    picture: null,
  };
  return createRender(customId)({ name, mentionRole: null, timetable: { zone } }, composed, { slot: at });
}
