import assert from 'node:assert/strict';
import { COMMANDS, GROUPS } from '../../../commands/index.ts';
import { MESSAGE_MENUS } from '../../../commands/message-menus.ts';
import type { BriefingServices } from '../../../src/briefing-services.ts';
import type { Messenger } from '../../../src/records/message.ts';
import { openServices, type Services } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import { createTellOperators } from '../../../src/discord/tell-operators.ts';
import { startDiscord } from '../../../src/discord/start.ts';
import { createLog } from '../../../src/log.ts';
import { startFakeDiscord, type FakeDiscord } from './fake-discord.ts';

/** The whole bot: real client, real commands, real store, real extractor. What it logs as an error fails the test. */
export interface WholeBot {
  readonly discord: FakeDiscord;
  readonly services: Services;
  readonly briefings: BriefingServices;
  readonly messenger: Messenger;
  stop(): Promise<void>;
}

export async function startWholeBot(): Promise<WholeBot> {
  const discord = await startFakeDiscord();
  const log = createLog({
    level: 'error',
    secrets: [],
    now: () => new Date(),
    write: (line) => assert.fail(line),
  });
  const services = await openServices({ config: readConfig({}), location: ':memory:', log });
  const { token, restApi, guildId } = discord;
  const bot = await startDiscord({
    token,
    restApi,
    guildId,
    commands: COMMANDS,
    menus: MESSAGE_MENUS,
    groups: GROUPS,
    depsFor: services.depsFor,
    store: services.store,
    log,
  });
  const { messenger } = bot;
  // What can't be posted is told as a warning, which is none of the errors that fail a test.
  const tellOperators = createTellOperators({ store: services.store, messenger, log });
  const briefings = await services.openBriefings({ messenger, tellOperators });
  return {
    discord,
    services,
    briefings,
    messenger,
    async stop() {
      await bot.stop();
      await services.close();
      await discord.stop();
    },
  };
}
