import { setTimeout } from 'node:timers/promises';
import type { Choice, Interaction, ShownMessage, ShownModal } from './interactions.ts';
import { componentsOf, flattenComponents } from './message-rules.ts';

/** The first message an interaction led to, be it a line that tells what is being done. Throws for anything else. */
export async function firstMessage(interaction: Interaction): Promise<ShownMessage> {
  const outcome = await interaction.outcome;
  if (outcome.kind !== 'message') throw new Error(`got a ${outcome.kind}`);
  return outcome.message;
}

/** The message an interaction led to in the end: lines that tell what is being done end in a space and three dots. */
export async function shownMessage(interaction: Interaction): Promise<ShownMessage> {
  const message = await firstMessage(interaction);
  while (textOf(message).endsWith(' …')) await setTimeout(10);
  return message;
}

export async function shownModal(interaction: Interaction): Promise<ShownModal> {
  const outcome = await interaction.outcome;
  if (outcome.kind !== 'modal') throw new Error(`got a ${outcome.kind}`);
  return outcome.modal;
}

export async function shownChoices(interaction: Interaction): Promise<readonly Choice[]> {
  const outcome = await interaction.outcome;
  if (outcome.kind !== 'choices') throw new Error(`got ${outcome.kind}`);
  return outcome.choices;
}

/** All text of a message, one text display a line. */
export function textOf(message: ShownMessage): string {
  return flattenComponents(componentsOf(message.body))
    .flatMap((component) => component.content ?? [])
    .join('\n');
}
