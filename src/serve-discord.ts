import { once } from 'node:events';
import { COMMANDS, GROUPS } from '../commands/index.ts';
import { MESSAGE_MENUS } from '../commands/message-menus.ts';
import type { BriefingServices } from './briefing-services.ts';
import type { DueBriefingsOptions } from './briefing/run-due-briefings.ts';
import type { Services } from './compose.ts';
import type { Config } from './config.ts';
import type { Clock } from './schedule/clock.ts';
import { startDiscord } from './discord/start.ts';
import { createWatchRunner } from './watch-services.ts';
import { createTellOperators } from './discord/tell-operators.ts';
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
  const { messenger } = bot;
  const tellOperators = createTellOperators({ store, messenger, log });
  const briefings = await services.openBriefings({ messenger, tellOperators });
  const watches = createWatchRunner({ store, messenger, tellOperators, log, now: () => new Date() });
  const clock = await startWork({ services, briefings, watches, tellOperators, log });
  if (!signal.aborted) await once(signal, 'abort');
  log.info('stopping');
  // Messages on their way need the client until they are posted.
  await bot.stop(clock.stop());
}

interface ClockWork {
  readonly services: Services;
  readonly briefings: BriefingServices;
  readonly watches: (signal: AbortSignal) => Promise<void>;
  readonly tellOperators: (workspace: string, sentence: string) => Promise<void>;
  readonly log: Log;
}

/** What is done by the clock: feeds are polled, briefings are posted, watches are looked after. */
async function startWork({
  services: { openFeeds },
  briefings,
  watches,
  tellOperators,
  log,
}: ClockWork): Promise<Clock> {
  const { startClock } = await import('./schedule/clock.ts');
  const feeds = await openFeeds(tellOperators);
  const polled = (outcome: PollOutcome): void => log.info('feed polled', { ...outcome });
  const ran: DueBriefingsOptions['onRun'] = ({ workspace, briefing }, outcome) =>
    log.info('briefing run', {
      workspace,
      briefing: briefing.id,
      slot: outcome?.slot,
      state: outcome?.state,
    });
  return startClock({
    works: {
      feeds: (signal) => feeds.pollDue({ signal, onPolled: polled }),
      watches,
      briefings: (signal) => briefings.runDue({ signal, onRun: ran }),
    },
    log: log.error,
  });
}
