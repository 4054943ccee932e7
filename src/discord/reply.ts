import {
  DiscordAPIError,
  MessageFlags,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { View } from '../records/view.ts';
import { renderDiscord } from '../view/discord.ts';
import { writeCustomId } from './custom-id.ts';
import type { DiscordDeps } from './deps.ts';
import { describeFailure } from './failure.ts';
import { saveView } from './saved-view.ts';
import { workspaceOf } from './workspace.ts';

export type Answerable = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction;

/** How an interaction is acknowledged: with a message for all, a message for the person, or an update of the message. */
export type Acknowledgement = 'public' | 'only-you' | 'update';

/** A view, the page of it to show, and the id its buttons had before; null for a view that is new. */
export interface ReplyView {
  readonly view: View;
  readonly page: number;
  readonly stateId: string | null;
}

/** Discord's codes for an interaction that is over, or whose message is gone: nobody is left to tell. */
const GONE = new Set<number | string>([10062, 10008, 10015, 50027]);
const ALREADY_ACKNOWLEDGED = 40060;

/**
 * Acknowledges an interaction at once, works, and shows what came of it. What goes wrong in `work` is told to the person
 * alone, in one sentence. Never throws.
 */
export async function replyWith(
  interaction: Answerable,
  how: Acknowledgement,
  deps: DiscordDeps,
  work: () => Promise<ReplyView>,
): Promise<void> {
  try {
    if (!(await acknowledge(interaction, how, deps))) return;
    try {
      await show(interaction, await work(), deps);
    } catch (error) {
      if (isGone(error)) throw error;
      await tellProblem(interaction, how, describeFailure(error, deps.log, interaction.id));
    }
  } catch (error) {
    logUndelivered(error, interaction, deps);
  }
}

/** False when another process answers this interaction, or it is too late to. */
async function acknowledge(
  interaction: Answerable,
  how: Acknowledgement,
  deps: DiscordDeps,
): Promise<boolean> {
  try {
    if (how === 'update' && interaction.isButton()) await interaction.deferUpdate();
    else await interaction.deferReply(how === 'only-you' ? { flags: MessageFlags.Ephemeral } : {});
    deps.attempts.take(interaction.id);
    return true;
  } catch (error) {
    const attempts = deps.attempts.take(interaction.id);
    if (error instanceof DiscordAPIError && error.code === ALREADY_ACKNOWLEDGED) {
      if (attempts < 2) deps.log.info('another process answers', { interaction: interaction.id });
      return attempts > 1;
    }
    throw error;
  }
}

async function show(
  interaction: Answerable,
  { view, page, stateId }: ReplyView,
  deps: DiscordDeps,
): Promise<void> {
  const id = stateId ?? deps.newStateId();
  let hasButtons = false;
  const { payload } = renderDiscord(view, page, (action) => {
    hasButtons = true;
    return writeCustomId(id, action);
  });
  const saved = saveView(view);
  if (stateId === null && hasButtons && saved !== null) {
    await deps.store.saveComponentState(workspaceOf(interaction), id, {
      userId: interaction.user.id,
      payload: saved,
    });
  }
  await interaction.webhook.editMessage('@original', payload);
}

/** A problem is for the person alone: where the answer was to be public, its place-holder goes first. */
async function tellProblem(interaction: Answerable, how: Acknowledgement, message: string): Promise<void> {
  const { payload } = renderDiscord({ kind: 'problem', message }, 1, String);
  if (how === 'only-you') {
    await interaction.webhook.editMessage('@original', payload);
    return;
  }
  if (how === 'public') await interaction.webhook.deleteMessage('@original');
  await interaction.webhook.send({ ...payload, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral });
}

function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.has(error.code);
}

function logUndelivered(error: unknown, interaction: Answerable, { log }: DiscordDeps): void {
  const facts = { interaction: interaction.id, error };
  if (isGone(error)) log.warn('an answer came too late for Discord', facts);
  else log.error('an answer could not be delivered', facts);
}
