import { COMMANDS, GROUPS } from '../../../commands/index.ts';
import { MESSAGE_MENUS } from '../../../commands/message-menus.ts';
import { openServices, type Services } from '../../../src/compose.ts';
import { readConfig } from '../../../src/config.ts';
import { startDiscord } from '../../../src/discord/start.ts';
import type { Log } from '../../../src/log.ts';
import { draftBriefing } from '../briefing-records.ts';
import { startFakeDiscord, type FakeDiscord } from './fake-discord.ts';
import { snowflake } from './people.ts';
import { newGuildIds, runStorm, type Storm, type Struck } from './storm.ts';

interface Rush extends Pick<Storm, 'interactions' | 'overMs'> {
  readonly briefings: number;
  readonly guilds: number;
  readonly log: Log;
}

export interface RushResult {
  /** Of each briefing in the order of time due: how many messages its channel has, and when the first came, in ms. */
  readonly posted: readonly { readonly messages: number; readonly after: number }[];
  readonly tookMs: number;
  readonly struck: readonly Struck[];
  /** How many requests came faster than Discord takes them. */
  readonly limited: number;
  readonly violations: readonly string[];
  readonly refusals: readonly number[];
}

const DISCORD_EPOCH = 1_420_070_400_000n;

/** Briefings of many servers due in one minute, each in a channel of its own, while people ask the bot. */
export async function serveBriefings({ briefings, guilds, log, ...storm }: Rush): Promise<RushResult> {
  const discord = await startFakeDiscord({ isLimited: true });
  const services = await openServices({ config: readConfig({}), location: ':memory:', log });
  const guildIds = newGuildIds(guilds);
  const channelIds = await addBriefings(services, guildIds, briefings);
  const { token, restApi } = discord;
  const { store, depsFor } = services;
  const commands = { commands: COMMANDS, groups: GROUPS, menus: MESSAGE_MENUS };
  const bot = await startDiscord({ token, restApi, ...commands, depsFor, store, log });
  try {
    const { messenger } = bot;
    const tellOperators = (): Promise<void> => Promise.resolve();
    const running = await services.openBriefings({ messenger, tellOperators });
    const started = Date.now();
    const due = running.runDue({}).then(() => Date.now() - started);
    const struck = await runStorm({ discord, guildIds, ...storm });
    const tookMs = await due;
    const posted = channelIds.map((id) => tellChannel(discord, id, started));
    const { violations, refusals } = discord;
    return { posted, tookMs, struck, limited: discord.limited(), violations, refusals };
  } finally {
    await bot.stop();
    await services.close();
    await discord.stop();
  }
}

/** Gives the channels of the briefings in the order in which they are due. */
async function addBriefings(
  { depsFor, store }: Services,
  guildIds: readonly string[],
  count: number,
): Promise<readonly string[]> {
  const minute = Math.floor(Date.now() / 60_000) * 60_000;
  for (const guildId of guildIds) {
    const text = [
      `"We deny that any missile transfer took place," said Mara${guildId} Eld, a spokeswoman.`,
      '"The harbour lease was signed on Tuesday," said Tomas Brandt, the harbour minister.',
      'Officials of the port declined to comment on the lease.',
    ].join('\n\n');
    await depsFor(`guild:${guildId}`).ingest({ bytes: new TextEncoder().encode(text), fileName: null });
  }
  const channelIds = Array.from({ length: count }, snowflake);
  for (const [index, channelId] of channelIds.entries()) {
    const draft = draftBriefing(`Briefing ${index}`, {
      place: { channelId, name: 'morning', kind: 'text', tags: [] },
      wanted: { topics: [], stances: [], speakers: [], outlets: [] },
      nextSlot: new Date(minute - 60_000 + (index * 60_000) / count).toISOString(),
      toldUntil: new Date(minute - 86_400_000).toISOString(),
    });
    await store.addBriefing(`guild:${guildIds[index % guildIds.length]}`, draft);
  }
  return channelIds;
}

function tellChannel(discord: FakeDiscord, channelId: string, started: number): RushResult['posted'][number] {
  const messages = discord.channels.messagesIn(channelId);
  const [first] = messages;
  const at = first === undefined ? Infinity : Number((BigInt(first.id) >> 22n) + DISCORD_EPOCH);
  return { messages: messages.length, after: at - started };
}
