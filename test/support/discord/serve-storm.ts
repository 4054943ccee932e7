import { COMMANDS, GROUPS } from '../../../commands/index.ts';
import { MESSAGE_MENUS } from '../../../commands/message-menus.ts';
import { openServices } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import { startDiscord } from '../../../src/discord/start.ts';
import type { Log } from '../../../src/log.ts';
import { startFakeDiscord } from './fake-discord.ts';
import { newGuildIds, runStorm, type Storm, type Struck } from './storm.ts';

export interface StormResult {
  readonly struck: readonly Struck[];
  readonly violations: readonly string[];
  readonly refusals: readonly number[];
}

/** The one word of each server's article that stands in no other's. */
export const markOf = (guildId: string): string => `Mara${guildId}`;

/** A storm on the whole bot, over a store in memory where each server has one article of its own. */
export async function serveStorm({
  guilds,
  log,
  ...storm
}: Pick<Storm, 'interactions' | 'overMs'> & {
  readonly guilds: number;
  readonly log: Log;
}): Promise<StormResult> {
  const discord = await startFakeDiscord();
  const services = await openServices({ config: readConfig({}), location: ':memory:', log });
  const guildIds = newGuildIds(guilds);
  for (const guildId of guildIds) {
    const text = `"We deny that any missile transfer took place," said ${markOf(guildId)} Eld, a spokeswoman.`;
    const bytes = new TextEncoder().encode(text);
    await services.depsFor(`guild:${guildId}`).ingest({ bytes, fileName: null });
  }
  const { token, restApi } = discord;
  const { store, depsFor } = services;
  const commands = { commands: COMMANDS, groups: GROUPS, menus: MESSAGE_MENUS };
  const bot = await startDiscord({ token, restApi, ...commands, depsFor, store, log });
  try {
    const struck = await runStorm({ discord, guildIds, ...storm });
    return { struck, violations: discord.violations, refusals: discord.refusals };
  } finally {
    await bot.stop();
    await services.close();
    await discord.stop();
  }
}
