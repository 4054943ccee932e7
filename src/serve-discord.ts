import { once } from 'node:events';
import { COMMANDS, GROUPS } from '../commands/index.ts';
import { MESSAGE_MENUS } from '../commands/message-menus.ts';
import type { Services } from './compose.ts';
import type { Config } from './config.ts';
import type { Clock } from './schedule/clock.ts';
import { startDiscord } from './discord/start.ts';
import type { PollOutcome } from './ingest/poll-feed.ts';
import type { Log } from './log.ts';

/** The Discord bot: logs in, serves until `signal` fires, and lets what is under way finish. */
export async function serveDiscord(
  { token, guildId, apiUrl }: NonNullable<Config['discord']>,
  { services, log }: { readonly services: Services; readonly log: Log },
  signal: AbortSignal,
): Promise<void> {
  const { store, depsFor } = services;
  const bot = await startDiscord({
    token,
    guildId,
    restApi: apiUrl,
    commands: COMMANDS,
    menus: MESSAGE_MENUS,
    groups: GROUPS,
    depsFor,
    store,
    log,
  });
  const clock = await startWork(services, log);
  if (!signal.aborted) await once(signal, 'abort');
  log.info('stopping');
  await Promise.all([bot.stop(), clock.stop()]);
}

/** What is done by the clock: feeds are polled. */
async function startWork({ openFeeds }: Services, log: Log): Promise<Clock> {
  const { startClock } = await import('./schedule/clock.ts');
  const feeds = await openFeeds();
  const polled = (outcome: PollOutcome): void => log.info('feed polled', { ...outcome });
  return startClock({
    works: { feeds: (signal) => feeds.pollDue({ signal, onPolled: polled }) },
    log: log.error,
  });
}
