import {
  DiscordAPIError,
  type ApplicationCommandOptionChoiceData,
  type AutocompleteInteraction,
} from 'discord.js';
import type { CommandDeps, Suggest } from '../../commands/command.ts';
import { suggestInList } from '../../commands/suggest-in-list.ts';
import { nameWatch } from '../../commands/tell-watch.ts';
import { suggestZones } from '../../commands/zones.ts';
import { shownWords, speakerLabel } from '../records/quote.ts';
import { suggestTimes } from '../schedule/suggest-times.ts';
import type { StoredQuote } from '../records/search.ts';
import { neutraliseLine } from '../view/neutral.ts';
import type { DiscordDeps } from './deps.ts';
import { findCommand } from './find-command.ts';
import { describeFailure } from './failure.ts';
import { workspaceOf } from './workspace.ts';

/** What Discord lets a list of suggestions hold, and the characters of one. */
const CHOICES = 25;
const CHOICE_LENGTH = 100;

type Choice = ApplicationCommandOptionChoiceData<string>;

/** Answers while a person types. Where nothing can be suggested they see an empty list, never an error. */
export async function answerAutocomplete(
  interaction: AutocompleteInteraction,
  deps: DiscordDeps,
): Promise<void> {
  try {
    await interaction.respond(await suggest(interaction, deps));
  } catch (error) {
    // Typing on makes earlier questions void: Discord then knows them no more.
    if (!(error instanceof DiscordAPIError)) throw error;
    deps.log.info('suggestions came too late', { interaction: interaction.id, code: error.code });
  } finally {
    deps.attempts.take(interaction.id);
  }
}

async function suggest(interaction: AutocompleteInteraction, deps: DiscordDeps): Promise<readonly Choice[]> {
  const { name, value } = interaction.options.getFocused(true);
  const command = findCommand(interaction, deps);
  const source = Object.entries(command?.suggest ?? {}).find(([option]) => option === name)?.[1];
  if (source === undefined) return [];
  try {
    const asker = { userId: interaction.user.id, isPublic: false };
    const choices = await readSuggestions(source, value, deps.depsFor(workspaceOf(interaction), { asker }));
    return choices
      .filter((choice) => choice.name !== '' && choice.value.length <= CHOICE_LENGTH)
      .slice(0, CHOICES);
  } catch (error) {
    describeFailure(error, deps.log, interaction.id);
    return [];
  }
}

async function readSuggestions(
  source: Suggest,
  typed: string,
  deps: CommandDeps,
): Promise<readonly Choice[]> {
  if (source === 'outlet')
    return (await deps.suggestOutlets(typed)).map((outlet) => toChoice(outlet, outlet));
  if (source === 'speakers' || source === 'outlets')
    return (await suggestInList(source, typed, deps)).map((names) => toChoice(names, names));
  if (source === 'zone') return suggestZones(typed, CHOICES).map((zone) => toChoice(zone, zone));
  if (source === 'time') return suggestTimes(typed, CHOICES).map((time) => toChoice(time, time));
  if (source === 'briefing') {
    const briefings = await deps.briefings.list();
    const fit = briefings.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
    return fit.map(({ name }) => toChoice(name, name));
  }
  if (source === 'watch')
    return (await deps.watches.list()).map((watch) => toChoice(nameWatch(watch), watch.id));
  if (source === 'topic') return (await deps.suggestTopics(typed)).map((topic) => toChoice(topic, topic));
  if (source === 'quote')
    return (await deps.suggestQuotes(typed)).map((quote) => toChoice(labelOf(quote), quote.id));
  const speakers = await deps.suggestSpeakers(typed);
  return speakers.map(({ name, role, id }) =>
    toChoice(role === null ? name : `${name} (${role})`, id ?? name),
  );
}

/** Who said what: Oskar Velt: “There was no transfer.” */
function labelOf(quote: StoredQuote): string {
  const words = `“${shownWords(quote)}”`;
  return quote.speaker === null ? words : `${speakerLabel(quote.speaker)}: ${words}`;
}

function toChoice(label: string, value: string): Choice {
  const line = neutraliseLine(label);
  return {
    name: line.length <= CHOICE_LENGTH ? line : `${line.slice(0, CHOICE_LENGTH - 1).toWellFormed()}…`,
    value,
  };
}
