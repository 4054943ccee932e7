import {
  ComponentType,
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
} from 'discord.js';
import type { Card, CardAction, CardButton } from './card.ts';
import { toButton, toSelect } from './components.ts';

/** A message as an embed with rows of buttons, where Discord does not take it as a card. */
export interface EmbedPayload {
  readonly embeds: readonly [APIEmbed];
  readonly components: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowedMentions: { readonly parse: readonly [] };
}

/** Buttons in a row. */
const ROW = 5;

/**
 * A card as an embed: a card's text (see CARD_TEXT) with an empty line between its sections stays below the 4,096 characters of
 * a description. Buttons that stand beside a section bear its number. Two selects, two rows of at most eight such buttons
 * and the row below are the five rows that Discord allows.
 */
export function toEmbed(
  { sections, selects = [], buttons }: Card,
  customId: (action: CardAction) => string,
): EmbedPayload {
  const beside = sections.flatMap(({ button }) => (button === null ? [] : [numbered(button)]));
  return {
    embeds: [{ description: sections.map(({ markdown }) => markdown).join('\n\n') }],
    components: [
      ...selects.map((select) => rowOf([toSelect(select, customId)])),
      ...rowsOf(beside).map((row) => rowOf(row.map((button) => toButton(button, customId)))),
      ...rowsOf(buttons).map((row) => rowOf(row.map((button) => toButton(button, customId)))),
    ],
    allowedMentions: { parse: [] },
  };
}

/** `Context 3`: away from its quote, a button has to say which it means. */
function numbered(button: CardButton): CardButton {
  const { label, action } = button;
  return action.kind === 'context' ? { ...button, label: `${label} ${action.number}` } : button;
}

function rowsOf(buttons: readonly CardButton[]): readonly (readonly CardButton[])[] {
  return Array.from({ length: Math.ceil(buttons.length / ROW) }, (_, index) =>
    buttons.slice(index * ROW, (index + 1) * ROW),
  );
}

function rowOf(
  components: APIComponentInMessageActionRow[],
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}
