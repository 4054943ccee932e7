import { setTimeout } from 'node:timers/promises';
import type { FakeDiscord } from './fake-discord.ts';
import type { Interaction } from './interactions.ts';
import { person, snowflake } from './people.ts';
import { shownChoices, shownMessage, textOf } from './shown.ts';

export interface Storm {
  readonly discord: FakeDiscord;
  readonly guildIds: readonly string[];
  readonly interactions: number;
  /** They are spread evenly over this time. */
  readonly overMs: number;
}

/** What became of one interaction of a storm. */
export interface Struck {
  readonly guildId: string;
  /** Milliseconds until it was acknowledged, and until it was answered. */
  readonly acknowledgedAfter: number;
  readonly answeredAfter: number;
  /** What the person was shown in the end: a message, or suggestions. */
  readonly shown: string;
}

export const newGuildIds = (count: number): readonly string[] => Array.from({ length: count }, snowflake);

/** Questions from many servers at once, every fourth of them somebody who types and wants suggestions. */
export async function runStorm({
  discord,
  guildIds,
  interactions,
  overMs,
}: Storm): Promise<readonly Struck[]> {
  const started = performance.now();
  const struck: Promise<Struck>[] = [];
  for (let index = 0; index < interactions; index += 1) {
    const guildId = guildIds[index % guildIds.length] ?? '';
    const due = started + (index * overMs) / interactions;
    if (due > performance.now()) await setTimeout(due - performance.now());
    struck.push(strike(discord, guildId, index % 4 === 3));
  }
  return Promise.all(struck);
}

async function strike(discord: FakeDiscord, guildId: string, typing: boolean): Promise<Struck> {
  const who = person('ida');
  const sent = performance.now();
  const interaction: Interaction = typing
    ? discord.complete(who, 'who-denied', { speaker: 'M' }, { guildId })
    : discord.runCommand(who, 'who-denied', { topic: 'missile transfer' }, { guildId });
  const shown = typing
    ? JSON.stringify(await shownChoices(interaction))
    : textOf(await shownMessage(interaction));
  return {
    guildId,
    acknowledgedAfter: interaction.acknowledgedAfter() ?? Infinity,
    answeredAfter: performance.now() - sent,
    shown,
  };
}
