import {
  DiscordAPIError,
  MessageFlags,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { OfferedForm } from '../records/form.ts';
import type { Language } from '../records/language.ts';
import type { View } from '../records/view.ts';
import { renderDiscord, renderSentence } from '../view/discord.ts';
import type { CardAction } from '../view/card.ts';
import { writeCustomId } from './custom-id.ts';
import { deliver, isPrivate, isRefused } from './deliver.ts';
import type { DiscordDeps } from './deps.ts';
import { describeFailure } from './failure.ts';
import { keepForm } from './kept-form.ts';
import { showProgress, type Tell } from './progress.ts';
import { saveView } from './saved-view.ts';
import { workspaceOf } from './workspace.ts';

/** A button that was pressed, or a select that something was chosen from. */
export type PressedComponent = ButtonInteraction | StringSelectMenuInteraction;

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | PressedComponent
  | ModalSubmitInteraction;

/** How an interaction is acknowledged: with a message for all, a message for the person, or an update of the message. */
export type Acknowledgement = 'public' | 'only-you' | 'update';

/** A view, the page of it to show, and the id its buttons had before; null for a view that is new. */
export interface ReplyView {
  readonly view: View;
  readonly page: number;
  readonly stateId: string | null;
  /** What it is told in. */
  readonly language: Language;
  /** The name of who shares it; null or absent where it is not shared. */
  readonly sharedBy?: string | null;
}

/** What was filled in can't be used as it is: why, in one sentence, and the form to mend it in. */
export interface Refusal {
  readonly refused: string;
  readonly form: OfferedForm;
}

/** Discord's codes for an interaction that is over, or whose message is gone: nobody is left to tell. */
const GONE = new Set<number | string>([10062, 10008, 10015, 50027]);
const ALREADY_ACKNOWLEDGED = 40060;

/**
 * Acknowledges an interaction at once, works, tells how far it is where that takes long, and shows what came of it. What goes wrong in `work` is told to the person
 * alone, in one sentence. Never throws.
 */
export async function replyWith(
  interaction: Answerable,
  how: Acknowledgement,
  deps: DiscordDeps,
  work: (tell: Tell) => Promise<ReplyView | Refusal>,
): Promise<void> {
  try {
    if (!(await acknowledge(interaction, how, deps))) return;
    try {
      const shown = await workWithProgress(interaction, how, deps, work);
      if ('refused' in shown)
        await tellProblem(interaction, how, { message: shown.refused, form: shown.form }, deps);
      else await show(interaction, how, shown, deps);
    } catch (error) {
      if (isGone(error)) throw error;
      const message = describeFailure(error, deps.log, interaction.id);
      await tellProblem(interaction, how, { message }, deps);
    }
  } catch (error) {
    logUndelivered(error, interaction, deps);
  }
}

/** A page that turns stays as it is until the next one is there; everywhere else a line tells what is being done. */
async function workWithProgress(
  { webhook }: Answerable,
  how: Acknowledgement,
  deps: DiscordDeps,
  work: (tell: Tell) => Promise<ReplyView | Refusal>,
): Promise<ReplyView | Refusal> {
  if (how === 'update') return work(() => undefined);
  const progress = showProgress(
    (line) => webhook.editMessage('@original', renderSentence(line)),
    deps.progressAfterMs,
  );
  try {
    return await work(progress.tell);
  } finally {
    await progress.stop();
  }
}

/** What one person alone sees of a server can be shared there. */
function mayShare(interaction: Answerable, how: Acknowledgement, view: View): boolean {
  if (interaction.guildId === null || view.kind === 'confirmation' || saveView(view, 'en') === null)
    return false;
  return how !== 'public' && isPrivate(interaction, how);
}

/** False when another process answers this interaction, or it is too late to. */
async function acknowledge(
  interaction: Answerable,
  how: Acknowledgement,
  deps: DiscordDeps,
): Promise<boolean> {
  try {
    if (how === 'update' && interaction.isMessageComponent()) await interaction.deferUpdate();
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
  how: Acknowledgement,
  { view, page, stateId, language, sharedBy = null }: ReplyView,
  deps: DiscordDeps,
): Promise<void> {
  const canShare = mayShare(interaction, how, view);
  const id = stateId ?? deps.newStateId();
  let hasButtons = false;
  const customId = (action: CardAction): string => {
    hasButtons = true;
    return writeCustomId(id, action);
  };
  const shown = renderDiscord(view, page, customId, { canShare, sharedBy, language });
  const saved = saveView(view, language);
  if (stateId === null && hasButtons && saved !== null) {
    await deps.store.saveComponentState(workspaceOf(interaction), id, {
      userId: interaction.user.id,
      payload: saved,
    });
  }
  await deliver(interaction, how, shown, deps.log);
}

/** A problem is for the person alone: where the answer was to be public, its place-holder goes first. */
async function tellProblem(
  interaction: Answerable,
  how: Acknowledgement,
  { message, form }: { readonly message: string; readonly form?: OfferedForm },
  { log, store, newStateId }: DiscordDeps,
): Promise<void> {
  const stateId = newStateId();
  if (form !== undefined) {
    const state = { userId: interaction.user.id, payload: keepForm(form) };
    await store.saveComponentState(workspaceOf(interaction), stateId, state);
  }
  const told = renderDiscord({ kind: 'problem', message, form }, 1, (action) =>
    writeCustomId(stateId, action),
  );
  if (how === 'only-you') return deliver(interaction, how, told, log);
  const { webhook } = interaction;
  if (how === 'public') await webhook.deleteMessage('@original');
  try {
    await webhook.send({
      ...told.payload,
      flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
    });
  } catch (error) {
    if (!isRefused(error)) throw error;
    await webhook.send({ ...told.embed(), flags: MessageFlags.Ephemeral });
  }
}

function isGone(error: unknown): boolean {
  return error instanceof DiscordAPIError && GONE.has(error.code);
}

function logUndelivered(error: unknown, interaction: Answerable, { log }: DiscordDeps): void {
  const facts = { interaction: interaction.id, error };
  if (isGone(error)) log.warn('an answer came too late for Discord', facts);
  else log.error('an answer could not be delivered', facts);
}
