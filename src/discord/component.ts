import { GuildMember, type ButtonInteraction } from 'discord.js';
import { markChanged } from '../answer/mark-changed.ts';
import { tellEvidence } from '../answer/tell-evidence.ts';
import { InputError } from '../errors.ts';
import type { Language } from '../records/language.ts';
import { quotesOfReport } from '../records/report.ts';
import type { View } from '../records/view.ts';
import type { CardAction } from '../view/card.ts';
import { wordsIn } from '../words/words.ts';
import { settingsFor } from './access.ts';
import { choose } from './choose.ts';
import { watchAnswer } from './watch-answer.ts';
import { confirm } from './confirm.ts';
import { readCustomId, type Press } from './custom-id.ts';
import type { DiscordDeps } from './deps.ts';
import { readKeptForm } from './kept-form.ts';
import { replyWith, type PressedComponent, type ReplyView } from './reply.ts';
import { isForgotten, readSavedView, type SavedView } from './saved-view.ts';
import { openForm } from './show-form.ts';
import { workspaceOf } from './workspace.ts';

/** Who sees what a button or select leads to. */
const ACKNOWLEDGED = {
  page: 'update',
  context: 'only-you',
  passage: 'only-you',
  evidence: 'only-you',
  watch: 'only-you',
  share: 'public',
  which: 'update',
  'by-speaker': 'update',
  'by-stance': 'update',
  confirm: 'update',
  cancel: 'update',
  fill: 'only-you',
} as const;

const NARROW = 'Only the person who asked can narrow this. Run the command to get your own.';
const NOT_YOURS = {
  page: 'Only the person who asked can turn these pages. Run the command to get your own.',
  share: 'Only the person who asked can share this. Run the command to get your own.',
  which: 'Only the person who asked can choose. Run the command to get your own.',
  'by-speaker': NARROW,
  'by-stance': NARROW,
  confirm: 'Only the person who asked can confirm this.',
  cancel: 'Only the person who asked can cancel this.',
  fill: 'Only the person who asked can fill this in. Run the command to get your own.',
} as const;

const TOO_OLD = 'This message is too old for its buttons. Run the command again.';
const FORGOTTEN = 'This showed words of an article that was forgotten since. Run the command again.';

/**
 * Answers a pressed button or a select: a message changes in its place, and is shared, only for the person who asked; where
 * a quote stands, and what backs a summary, is shown to whoever wants to know.
 */
export async function answerComponent(interaction: PressedComponent, deps: DiscordDeps): Promise<void> {
  const press = readCustomId(interaction.customId);
  if (press?.action.kind === 'fill' && interaction.isButton() && (await opensForm(interaction, press, deps)))
    return;
  const how = press === null ? 'only-you' : ACKNOWLEDGED[press.action.kind];
  await replyWith(interaction, how, deps, async () => {
    if (press === null) throw new InputError(TOO_OLD);
    if (press.action.kind === 'passage') {
      const { quoteId, language = (await settingsFor(interaction, deps)).language } = press.action;
      return fresh(await showPassage(quoteId, workspaceOf(interaction), deps), language);
    }
    const state = await deps.store.findComponentState(workspaceOf(interaction), press.stateId);
    if (state !== null && isForgotten(state.payload)) return tellForgotten(press.action);
    const saved = state && readSavedView(state.payload);
    if (state === null || saved === null) throw new InputError(TOO_OLD);
    const { action } = press;
    const { language } = saved;
    if (action.kind === 'context') {
      const quoteId = quoteIdOf(saved, action.number);
      return fresh(await showPassage(quoteId, workspaceOf(interaction), deps), language);
    }
    if (action.kind === 'evidence') return asOfNow(fresh(showEvidence(saved), language), interaction, deps);
    if (action.kind === 'fill')
      throw new InputError(state.userId === interaction.user.id ? TOO_OLD : NOT_YOURS.fill);
    if (action.kind === 'watch') return fresh(await watchAnswer(saved, interaction, deps), language);
    if (state.userId !== interaction.user.id) throw new InputError(NOT_YOURS[action.kind]);
    const reply = await answerOwn({ interaction, press: { ...press, action }, saved }, deps);
    return asOfNow(reply, interaction, deps);
  });
}

/** A form can only be opened in place of an answer, so before anything is acknowledged. False where it can't be opened. */
async function opensForm(
  interaction: ButtonInteraction,
  { stateId }: Press,
  deps: DiscordDeps,
): Promise<boolean> {
  const state = await deps.store.findComponentState(workspaceOf(interaction), stateId);
  const form = state?.userId === interaction.user.id ? readKeptForm(state.payload) : null;
  const command = deps.commands.find(({ name }) => name === form?.command);
  if (form === null || command === undefined) return false;
  await openForm(interaction, { command, form, stateId }, deps);
  return true;
}

/** The message itself says so where it can be changed: what it showed is gone from there, too. */
function tellForgotten({ kind }: CardAction): ReplyView {
  if (ACKNOWLEDGED[kind] !== 'update') throw new InputError(FORGOTTEN);
  return fresh({ kind: 'problem', message: FORGOTTEN }, 'en');
}

interface OwnPress {
  readonly interaction: PressedComponent;
  readonly press: Press & {
    readonly action: Exclude<CardAction, { kind: 'context' | 'evidence' | 'passage' | 'watch' | 'fill' }>;
  };
  readonly saved: SavedView;
}

/** What only the person who asked may do. */
async function answerOwn(
  { interaction, press: { stateId, action }, saved }: OwnPress,
  deps: DiscordDeps,
): Promise<ReplyView> {
  const { kind } = action;
  const { language } = saved;
  if (kind === 'confirm') return fresh(await confirm(saved, interaction, deps), language);
  if (kind === 'cancel') return fresh({ kind: 'problem', message: 'Nothing was changed.' }, language);
  if (kind !== 'page' && kind !== 'share') return choose({ saved, kind, stateId }, interaction, deps);
  const view = await viewOf(saved, interaction, deps);
  const { page } = action;
  return kind === 'page'
    ? { view, page, stateId, language }
    : { view, page, stateId: null, language, sharedBy: nameOf(interaction) };
}

/** What was kept, with what has changed on file since. */
async function asOfNow(
  reply: ReplyView,
  interaction: PressedComponent,
  { store }: DiscordDeps,
): Promise<ReplyView> {
  const workspace = workspaceOf(interaction);
  return { ...reply, view: await markChanged(reply.view, (id) => store.findQuote(workspace, id)) };
}

/** A view with a state of its own. */
function fresh(view: View, language: Language): ReplyView {
  return { view, page: 1, stateId: null, language };
}

async function viewOf(saved: SavedView, interaction: PressedComponent, deps: DiscordDeps): Promise<View> {
  return saved.kind === 'passage' ? showPassage(saved.quoteId, workspaceOf(interaction), deps) : saved;
}

function nameOf({ member, user }: PressedComponent): string {
  return member instanceof GuildMember ? member.displayName : user.displayName;
}

function showEvidence(saved: SavedView): View {
  if (saved.kind !== 'answer') throw new InputError(TOO_OLD);
  return { kind: 'report', report: tellEvidence(saved.answer, wordsIn(saved.language)) };
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
