import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
} from 'discord.js';
import type { CardAction, CardButton, CardSelect } from './card.ts';
import { excerpt } from './excerpt.ts';
import { neutraliseLine } from './neutral.ts';

/** Characters of an option's name, and of what is told of it. */
const OPTION = 100;

export function toSelect(
  { placeholder, action, options }: CardSelect,
  customId: (action: CardAction) => string,
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId(action),
    placeholder,
    options: options.map(({ value, label, about, isChosen }) => ({
      value,
      label: shorten(label) || '…',
      ...(about === null || shorten(about) === '' ? {} : { description: shorten(about) }),
      default: isChosen,
    })),
  };
}

/** Plain text as Discord lets an option of a select hold it. */
function shorten(label: string): string {
  return excerpt(neutraliseLine(label), OPTION, (slice) => slice.length).text;
}

export function toButton(
  { label, action, isDangerous = false }: CardButton,
  customId: (action: CardAction) => string,
): APIButtonComponentWithCustomId {
  const style = isDangerous ? ButtonStyle.Danger : ButtonStyle.Secondary;
  return { type: ComponentType.Button, style, label, custom_id: customId(action) };
}
