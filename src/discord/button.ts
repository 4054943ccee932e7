import type { ButtonInteraction } from 'discord.js';
import { InputError } from '../errors.ts';
import type { View } from '../records/view.ts';
import { readCustomId, type ButtonPress } from './custom-id.ts';
import type { DiscordDeps } from './deps.ts';
import { replyWith, type ReplyView } from './reply.ts';
import { readSavedView, type SavedView } from './saved-view.ts';
import { workspaceOf } from './workspace.ts';

/**
 * Answers a pressed button: a page turns in its place, and only for the person who asked; where a quote stands is shown
 * to whoever wants to know.
 */
export async function answerButton(interaction: ButtonInteraction, deps: DiscordDeps): Promise<void> {
  const press = readCustomId(interaction.customId);
  await replyWith(interaction, press?.action.kind === 'page' ? 'update' : 'only-you', deps, async () => {
    const workspace = workspaceOf(interaction);
    const state = press && (await deps.store.findComponentState(workspace, press.stateId));
    const saved = state && readSavedView(state.payload);
    if (!press || !state || !saved)
      throw new InputError('This message is too old for its buttons. Run the command again.');
    return press.action.kind === 'page'
      ? turnPage(press, saved, state.userId === interaction.user.id, (quoteId) =>
          showPassage(quoteId, workspace, deps),
        )
      : { view: await showPassage(quoteIdOf(saved, press), workspace, deps), page: 1, stateId: null };
  });
}

async function turnPage(
  { action, stateId }: ButtonPress,
  saved: SavedView,
  isAsker: boolean,
  passage: (quoteId: string) => Promise<View>,
): Promise<ReplyView> {
  if (!isAsker)
    throw new InputError('Only the person who asked can turn these pages. Run the command to get your own.');
  const view: View = saved.kind === 'passage' ? await passage(saved.quoteId) : saved;
  return { view, page: action.kind === 'page' ? action.page : 1, stateId };
}

/** The quote a Context button stands beside: buttons count the quotes of an answer from 1. */
function quoteIdOf(saved: SavedView, { action }: ButtonPress): string {
  if (saved.kind === 'listing') return '';
  if (saved.kind === 'passage') return saved.quoteId;
  const quotes = saved.answer.groups.flatMap((group) => group.quotes);
  return (action.kind === 'context' ? quotes[action.number - 1]?.id : undefined) ?? '';
}

async function showPassage(quoteId: string, workspace: string, deps: DiscordDeps): Promise<View> {
  const passage = await deps.depsFor(workspace).findPassage(quoteId);
  if (passage === null) throw new InputError('This quote is not on file any more. Run the command again.');
  return { kind: 'passage', passage };
}
