import { GuildMember, type ButtonInteraction } from 'discord.js';
import { InputError } from '../errors.ts';
import { quotesOfReport } from '../records/report.ts';
import type { View } from '../records/view.ts';
import { readCustomId } from './custom-id.ts';
import type { DiscordDeps } from './deps.ts';
import { replyWith } from './reply.ts';
import { readSavedView, type SavedView } from './saved-view.ts';
import { workspaceOf } from './workspace.ts';

/** Who sees what a button leads to. */
const ACKNOWLEDGED = { page: 'update', context: 'only-you', share: 'public' } as const;

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
    const saved = state && readSavedView(state.payload);
    if (!press || !state || !saved)
      throw new InputError('This message is too old for its buttons. Run the command again.');
    const passage = (quoteId: string): Promise<View> => showPassage(quoteId, workspace, deps);
    const { action, stateId } = press;
    if (action.kind === 'context')
      return { view: await passage(quoteIdOf(saved, action.number)), page: 1, stateId: null };
    if (state.userId !== interaction.user.id) throw new InputError(NOT_YOURS[action.kind]);
    const view: View = saved.kind === 'passage' ? await passage(saved.quoteId) : saved;
    return action.kind === 'page'
      ? { view, page: action.page, stateId }
      : { view, page: action.page, stateId: null, sharedBy: nameOf(interaction) };
  });
}

const NOT_YOURS = {
  page: 'Only the person who asked can turn these pages. Run the command to get your own.',
  share: 'Only the person who asked can share this. Run the command to get your own.',
} as const;

function nameOf({ member, user }: ButtonInteraction): string {
  return member instanceof GuildMember ? member.displayName : user.displayName;
}

/** The quote a Context button stands beside: buttons count the quotes of an answer from 1. */
function quoteIdOf(saved: SavedView, number: number): string {
  if (saved.kind === 'listing') return '';
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
