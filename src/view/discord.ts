import {
  ComponentType,
  MessageFlags,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIFileComponent,
  type APIMediaGalleryComponent,
} from 'discord.js';
import type { OfferedForm } from '../records/form.ts';
import type { Language } from '../records/language.ts';
import type { IngestOutcome, View } from '../records/view.ts';
import { wordsIn, type Words } from '../words/words.ts';
import { answerCards } from './answer-card.ts';
import { briefingCards } from './briefing-card.ts';
import { CARD_TEXT, text, type Card, type CardAction, type CardSection } from './card.ts';
import { toButton, toSelect } from './components.ts';
import { toEmbed, type EmbedPayload } from './embed.ts';
import { escapeLabel } from './escape.ts';
import { confirmationCard } from './confirmation-card.ts';
import { listingCards } from './listing-card.ts';
import { passageCards } from './passage-card.ts';
import { reportCards } from './report-card.ts';
import { showPicture, type FileToSend } from './picture.ts';
import { sayOutcome } from './wording.ts';

/** A message as discord.js sends and edits it. */
export interface DiscordPayload {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: readonly [APIContainerComponent, ...(APIFileComponent | APIMediaGalleryComponent)[]];
  readonly allowedMentions: { readonly parse: readonly [] };
  readonly files?: readonly FileToSend[];
}

/** Who reads a message: the person who asked, who may share it, or all, whom somebody shares it with. */
export interface Audience {
  readonly canShare?: boolean;
  /** The name of who shares it, as that person wrote it. */
  readonly sharedBy?: string | null;
  /** What everything but quotes is told in; English where it is absent. A briefing has its own. */
  readonly language?: Language | undefined;
}

/** One page of a view, and how many there are. */
export interface DiscordPage {
  readonly payload: DiscordPayload;
  /** The same page where Discord takes no card. */
  readonly embed: () => EmbedPayload;
  readonly pages: number;
}

/**
 * Page `page` (from 1; the nearest there is) of a view as a Discord card. Whatever the view holds, the message stays
 * within Discord's limits and mentions nobody. `customId` names what a button does, in at most 100 characters and
 * differently for each action.
 */
export function renderDiscord(
  view: View,
  page: number,
  customId: (action: CardAction) => string,
  audience: Audience = {},
): DiscordPage {
  const words = wordsIn(audience.language ?? 'en');
  const cards = toCards(view, words);
  const nearest = Math.min(Math.max(page, 1), cards.length);
  const card = addressTo(
    { ...audience, words },
    cards[nearest - 1] ?? { sections: [], buttons: [] },
    nearest,
  );
  return {
    payload: withFile(toPayload(card, customId), view, nearest),
    embed: () => toEmbed(card, customId),
    pages: cards.length,
  };
}

/** One sentence as a message, such as how far the work is. */
export function renderSentence(sentence: string, language: Language = 'en'): DiscordPayload {
  return toPayload(sentenceCard(sentence, wordsIn(language)), () => '');
}

function toPayload(card: Card, customId: (action: CardAction) => string): DiscordPayload {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [toContainer(card, customId)],
    allowedMentions: { parse: [] },
  };
}

const SHARER = 80;

function addressTo(
  { canShare = false, sharedBy = null, words: { cards } }: Audience & { readonly words: Words },
  card: Card,
  page: number,
): Card {
  return {
    sections: [
      ...(sharedBy === null ? [] : [text(`-# ${cards.sharedBy(escapeLabel(sharedBy, SHARER))}`)]),
      ...card.sections,
    ],
    selects: card.selects ?? [],
    buttons: [
      ...card.buttons,
      ...(canShare ? [{ label: cards.buttons.share, action: { kind: 'share', page } } as const] : []),
    ],
  };
}

const TIMELINE = 'timeline.png';

/** A card shows a file only where a component names it. A picture stands below its first page. */
function withFile(payload: DiscordPayload, view: View, page: number): DiscordPayload {
  if (view.kind === 'report' && view.picture && page === 1) {
    const { components, file } = showPicture(view.picture, TIMELINE);
    return { ...payload, components: [payload.components[0], ...components], files: [file] };
  }
  if (view.kind !== 'file') return payload;
  const { name, text: words } = view.file;
  const shown = { type: ComponentType.File, file: { url: `attachment://${name}` } } as const;
  return {
    ...payload,
    components: [payload.components[0], shown],
    files: [{ name, attachment: Buffer.from(words) }],
  };
}

function toCards(view: View, words: Words): readonly Card[] {
  if (view.kind === 'answer') return answerCards(view.answer, words, view.narrowing);
  if (view.kind === 'report') return reportCards(view.report, words);
  if (view.kind === 'briefing')
    return briefingCards(view.post, wordsIn(view.post.language ?? words.language));
  if (view.kind === 'passage') return passageCards(view.passage, words);
  if (view.kind === 'listing')
    return listingCards(view.listing, words).map((card) => offerForm(card, view.form));
  if (view.kind === 'confirmation') return [confirmationCard(view.confirmation, words)];
  if (view.kind === 'file') return [sentenceCard(view.file.note, words)];
  if (view.kind === 'ingested') return [ingestedCard(view.outcomes, words)];
  return [offerForm(sentenceCard(view.message, words), view.form)];
}

/** What a button says, in characters. */
const LABEL = 40;

function offerForm(card: Card, form: OfferedForm | undefined): Card {
  if (form === undefined) return card;
  const button = { label: form.label.slice(0, LABEL), action: { kind: 'fill' } } as const;
  return { ...card, buttons: [...card.buttons, button] };
}

function sentenceCard(sentence: string, { cards }: Words): Card {
  return { sections: [text(escapeLabel(sentence, CARD_TEXT) || cards.failed)], buttons: [] };
}

/** Outcomes a message tells one by one, and the characters of Markdown each may take. */
const OUTCOMES = 10;
const OUTCOME = 350;

function ingestedCard(outcomes: readonly IngestOutcome[], words: Words): Card {
  const { cards } = words;
  const sentences = outcomes.map((outcome) => sayOutcome(outcome, words));
  const left = sentences.length - OUTCOMES;
  const lines = [
    ...(sentences.length === 0 ? [cards.nothingHandedIn] : []),
    ...sentences.slice(0, OUTCOMES).map((sentence) => escapeLabel(sentence, OUTCOME)),
    ...(left > 0 ? [`-# ${cards.moreNotListed(left)}`] : []),
  ];
  return { sections: [text(lines.join('\n'))], buttons: [] };
}

/** A card as Discord's component. */
export function toContainer(card: Card, customId: (action: CardAction) => string): APIContainerComponent {
  const components: APIComponentInContainer[] = card.sections.map((section) => toSection(section, customId));
  for (const select of card.selects ?? []) {
    components.push({ type: ComponentType.ActionRow, components: [toSelect(select, customId)] });
  }
  if (card.buttons.length > 0) {
    components.push({
      type: ComponentType.ActionRow,
      components: card.buttons.map((button) => toButton(button, customId)),
    });
  }
  return { type: ComponentType.Container, components };
}

function toSection(
  { markdown, button }: CardSection,
  customId: (action: CardAction) => string,
): APIComponentInContainer {
  const display = { type: ComponentType.TextDisplay, content: markdown } as const;
  if (button === null) return display;
  return { type: ComponentType.Section, components: [display], accessory: toButton(button, customId) };
}
