import { MessageFlags } from 'discord.js';
import { InputError } from '../errors.ts';
import type { SpeakerCandidate } from '../records/answer.ts';
import type { Narrowing, View } from '../records/view.ts';
import { ALL } from '../view/answer-selects.ts';
import { speakersIn, stancesIn } from '../view/narrow.ts';
import { wordsIn } from '../words/words.ts';
import type { DiscordDeps } from './deps.ts';
import type { PressedComponent, ReplyView } from './reply.ts';
import { saveView, type SavedView } from './saved-view.ts';
import { workspaceOf } from './workspace.ts';

interface Choice {
  readonly saved: SavedView;
  readonly kind: 'which' | 'by-speaker' | 'by-stance';
  readonly stateId: string;
}

const NOTHING = 'There is nothing to choose from here. Run the command again.';

/** Does what was chosen from a select: asks again about the speaker who is meant, or narrows the answer in its place. */
export async function choose(
  { saved, kind, stateId }: Choice,
  interaction: PressedComponent,
  deps: DiscordDeps,
): Promise<ReplyView> {
  const value = interaction.isStringSelectMenu() ? (interaction.values[0] ?? '') : '';
  if (kind === 'which') return askAbout(saved, value, interaction, deps);
  if (saved.kind !== 'answer') throw new InputError(NOTHING);
  const narrowing = narrow(saved, kind, value);
  const view: View = { kind: 'answer', answer: saved.answer, narrowing };
  const state = { userId: interaction.user.id, payload: saveView(view, saved.language) };
  await deps.store.saveComponentState(workspaceOf(interaction), stateId, state);
  return { view, page: 1, stateId, language: saved.language };
}

/** A value is the place of a choice among those that the answer offers. */
function narrow(
  { answer, narrowing, language }: Extract<SavedView, { kind: 'answer' }>,
  kind: 'by-speaker' | 'by-stance',
  value: string,
): Narrowing {
  const before = narrowing ?? { speaker: null, stance: null };
  const place = value === ALL ? -1 : Number(value);
  return kind === 'by-speaker'
    ? { ...before, speaker: speakersIn(answer, wordsIn(language))[place]?.key ?? null }
    : { ...before, stance: stancesIn(answer, wordsIn(language))[place]?.key ?? null };
}

async function askAbout(
  saved: SavedView,
  value: string,
  interaction: PressedComponent,
  deps: DiscordDeps,
): Promise<ReplyView> {
  const workspace = workspaceOf(interaction);
  const about = <Question>(question: Question, candidates: readonly SpeakerCandidate[] = []) => {
    const candidate = candidates[Number(value)];
    if (candidate === undefined) throw new InputError(NOTHING);
    return { ...question, speaker: candidate.name, speakerId: candidate.id ?? undefined };
  };
  const settings = await deps.store.readSettings(workspace);
  const isPublic = !interaction.message.flags.has(MessageFlags.Ephemeral);
  const asker = { userId: interaction.user.id, isPublic };
  const asking = deps.depsFor(workspace, { settings, asker });
  const fresh = (view: View): ReplyView => ({ view, page: 1, stateId: null, language: settings.language });
  if (saved.kind === 'answer') {
    const { question, which } = saved.answer;
    return fresh({ kind: 'answer', answer: await asking.ask(about(question, which)) });
  }
  const which = saved.kind === 'report' ? saved.report.which : undefined;
  if (which === undefined) throw new InputError(NOTHING);
  return fresh({
    kind: 'report',
    report: await asking.report(which.report, about(which.question, which.candidates)),
  });
}
