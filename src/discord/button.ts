import { GuildMember, type ButtonInteraction } from 'discord.js';
import { commandOfTask, runConfirmedTask } from '../../commands/confirmed-task.ts';
import { InputError } from '../errors.ts';
import { quotesOfReport } from '../records/report.ts';
import type { Confirmation, View } from '../records/view.ts';
import type { CardAction } from '../view/card.ts';
import { mayUse, sayWhoMay } from './access.ts';
import { readCustomId, type ButtonPress } from './custom-id.ts';
import type { DiscordDeps } from './deps.ts';
import { replyWith, type ReplyView } from './reply.ts';
import { isForgotten, readSavedView, type SavedView } from './saved-view.ts';
import { workspaceOf } from './workspace.ts';

/** Who sees what a button leads to. */
const ACKNOWLEDGED = {
  page: 'update',
  context: 'only-you',
  share: 'public',
  confirm: 'update',
  cancel: 'update',
} as const;

const FORGOTTEN = 'This showed words of an article that was forgotten since. Run the command again.';

/**
 * Answers a pressed button: a page turns in its place and is shared only by the person who asked; where a quote stands is
 * shown to whoever wants to know.
 */
export async function answerButton(interaction: ButtonInteraction, deps: DiscordDeps): Promise<void> {
  const press = readCustomId(interaction.customId);
  const how = press === null ? 'only-you' : ACKNOWLEDGED[press.action.kind];
  await replyWith(interaction, how, deps, async () => {
    const workspace = workspaceOf(interaction);
    const state = press && (await deps.store.findComponentState(workspace, press.stateId));
    if (press && state && isForgotten(state.payload)) return tellForgotten(press.action);
    const saved = state && readSavedView(state.payload);
    if (!press || !state || !saved)
      throw new InputError('This message is too old for its buttons. Run the command again.');
    if (press.action.kind === 'context')
      return single(await showPassage(quoteIdOf(saved, press.action.number), workspace, deps));
    if (state.userId !== interaction.user.id) throw new InputError(NOT_YOURS[press.action.kind]);
    return answerOwn({ interaction, press, saved, action: press.action }, deps);
  });
}

const NOT_YOURS = {
  page: 'Only the person who asked can turn these pages. Run the command to get your own.',
  share: 'Only the person who asked can share this. Run the command to get your own.',
  confirm: 'Only the person who asked can confirm this.',
  cancel: 'Only the person who asked can cancel this.',
} as const;

interface OwnPress {
  readonly interaction: ButtonInteraction;
  readonly press: ButtonPress;
  readonly saved: SavedView;
  readonly action: Exclude<CardAction, { kind: 'context' }>;
}

/** What only the person who asked may do. */
async function answerOwn(
  { interaction, press: { stateId }, saved, action }: OwnPress,
  deps: DiscordDeps,
): Promise<ReplyView> {
  if (action.kind === 'cancel') return single({ kind: 'problem', message: 'Nothing was changed.' });
  if (saved.kind === 'confirmation') {
    const { confirmation } = saved;
    if (action.kind !== 'confirm') return { view: { kind: 'confirmation', confirmation }, page: 1, stateId };
    return single(await confirm(interaction, confirmation, deps));
  }
  if (action.kind === 'confirm') throw new InputError('There is nothing to confirm. Run the command again.');
  const view: View =
    saved.kind === 'passage' ? await showPassage(saved.quoteId, workspaceOf(interaction), deps) : saved;
  return action.kind === 'page'
    ? { view, page: action.page, stateId }
    : { view, page: action.page, stateId: null, sharedBy: nameOf(interaction) };
}

function single(view: View): ReplyView {
  return { view, page: 1, stateId: null };
}

/** The message itself says so where it can be changed: what it showed is gone from there, too. */
function tellForgotten(action: CardAction): ReplyView {
  if (ACKNOWLEDGED[action.kind] !== 'update') throw new InputError(FORGOTTEN);
  return single({ kind: 'problem', message: FORGOTTEN });
}

/** Who may use a command can have changed since it was run. */
async function confirm(
  interaction: ButtonInteraction,
  { task }: Confirmation,
  deps: DiscordDeps,
): Promise<View> {
  const workspace = workspaceOf(interaction);
  const settings = await deps.store.readSettings(workspace);
  const command = commandOfTask(task);
  if (!mayUse(interaction, command, settings)) throw new InputError(sayWhoMay(`/${command.name}`, settings));
  return runConfirmedTask(task, deps.depsFor(workspace, { settings }));
}

function nameOf({ member, user }: ButtonInteraction): string {
  return member instanceof GuildMember ? member.displayName : user.displayName;
}

/** The quote a Context button stands beside: buttons count the quotes of an answer from 1. */
function quoteIdOf(saved: SavedView, number: number): string {
  if (saved.kind === 'listing' || saved.kind === 'confirmation') return '';
  if (saved.kind === 'passage') return saved.quoteId;
  const quotes =
    saved.kind === 'report'
      ? quotesOfReport(saved.report)
      : saved.answer.groups.flatMap((group) => group.quotes);
  return quotes[number - 1]?.id ?? '';
}

async function showPassage(quoteId: string, workspace: string, deps: DiscordDeps): Promise<View> {
  const passage = await deps.depsFor(workspace).findPassage(quoteId);
  if (passage === null) throw new InputError('This quote is not on file any more. Run the command again.');
  return { kind: 'passage', passage };
}
