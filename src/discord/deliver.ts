import { DiscordAPIError, MessageFlags } from 'discord.js';
import type { Log } from '../log.ts';
import type { DiscordPage } from '../view/discord.ts';
import type { Acknowledgement, Answerable } from './reply.ts';

/** Discord's code for a body that it does not take: what it says of a card where cards are not to be had. */
const INVALID_BODY = 50035;

/**
 * Shows a page in the place of the interaction's own message. Where Discord refuses it as a card, it comes as an embed: in a
 * message of its own, since the other may be a card by now, which can't be taken back.
 */
export async function deliver(
  interaction: Answerable,
  how: Acknowledgement,
  { payload, embed }: Pick<DiscordPage, 'payload' | 'embed'>,
  log: Log,
): Promise<void> {
  const { webhook } = interaction;
  if (how === 'update' && isClassic(interaction)) {
    await webhook.editMessage('@original', embed());
    return;
  }
  try {
    await webhook.editMessage('@original', payload);
  } catch (error) {
    if (!isRefused(error)) throw error;
    log.warn('Discord refuses a card; it is sent as an embed', { interaction: interaction.id, error });
    // Before the place-holder is filled or gone, Discord would take a new message for what fills it.
    if (how !== 'update') await webhook.deleteMessage('@original');
    await webhook.send(isPrivate(interaction, how) ? { ...embed(), flags: MessageFlags.Ephemeral } : embed());
  }
}

/** Whether what the component stands on is an embed and no card. */
function isClassic(interaction: Answerable): boolean {
  return interaction.isMessageComponent() && !interaction.message.flags.has(MessageFlags.IsComponentsV2);
}

/** Whether the person alone sees what comes. */
export function isPrivate(interaction: Answerable, how: Acknowledgement): boolean {
  if (how !== 'update') return how === 'only-you';
  return interaction.isMessageComponent() && interaction.message.flags.has(MessageFlags.Ephemeral);
}

export function isRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === INVALID_BODY;
}
