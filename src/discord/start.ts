import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, RESTEvents, type Interaction } from 'discord.js';
import type { Caller, Command, CommandDeps, MessageMenu } from '../../commands/command.ts';
import { ConfigError, SourceError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Messenger } from '../records/message.ts';
import type { Store } from '../store/store.ts';
import { downloadAttachment } from './attachment.ts';
import { countAttempts, type Attempts } from './attempts.ts';
import { answerAutocomplete } from './autocomplete.ts';
import { answerComponent } from './component.ts';
import { declareCommands } from './declaration.ts';
import type { DiscordDeps } from './deps.ts';
import { trackWork } from './in-flight.ts';
import { createMessenger } from './messenger.ts';
import { answerMenu, declareMenu } from './message-menu.ts';
import { registerCommands } from './registration.ts';
import { answerCommand, answerForm } from './run-command.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Discord's REST address without a version; absent for Discord itself. */
  readonly restApi?: string | undefined;
  /** The server to register the commands in, where they show at once; absent for all servers. */
  readonly guildId?: string | undefined;
  readonly commands: readonly Command[];
  /** Entries in the menu of every message. */
  readonly menus: readonly MessageMenu[];
  /** What the first word of commands of two words stands for. */
  readonly groups: Readonly<Record<string, string>>;
  /** What a command may do in one workspace: `guild:ID`, or `user:ID` in direct messages. */
  depsFor(workspace: string, caller?: Caller): CommandDeps;
  readonly store: DiscordDeps['store'] & Pick<Store, 'readNote' | 'writeNote'>;
  readonly log: Log;
  readonly fetchAttachment?: DiscordDeps['fetchAttachment'] | undefined;
  /** How long a person looks at nothing before a line tells what is being done; two seconds where absent. */
  readonly progressAfterMs?: number | undefined;
}

export interface RunningDiscord {
  /** Posts in channels. */
  readonly messenger: Messenger;
  /** Takes no new work, lets what is under way finish for up to 15 seconds, `beside` too, then logs out. */
  stop(beside?: Promise<unknown>): Promise<void>;
}

const PROGRESS_AFTER_MS = 2_000;
const FINISH_WITHIN_MS = 15_000;
const REFUSED_TOKEN = "DISCORD_TOKEN is not accepted by Discord: copy the bot's token again.";

/**
 * Logs in, registers the commands where they changed, and serves until it is stopped. Throws ConfigError when Discord
 * does not accept the token or the server, SourceError when it can't be reached.
 */
export async function startDiscord(options: DiscordOptions): Promise<RunningDiscord> {
  const attempts = countAttempts();
  const client = createClient(options, attempts);
  const deps: DiscordDeps = {
    commands: options.commands,
    menus: options.menus,
    depsFor: (workspace, caller) => options.depsFor(workspace, caller),
    store: options.store,
    log: options.log,
    attempts,
    fetchAttachment: options.fetchAttachment ?? downloadAttachment,
    progressAfterMs: options.progressAfterMs ?? PROGRESS_AFTER_MS,
    newStateId: () => randomBytes(12).toString('base64url'),
  };
  const work = trackWork();
  client.on(Events.InteractionCreate, (interaction) => work.add(() => dispatch(interaction, deps)));
  let ready: Client<true>;
  try {
    const body = [...declareCommands(options.commands, options.groups), ...options.menus.map(declareMenu)];
    ready = await logIn(client, options.token);
    await registerCommands(body, {
      rest: client.rest,
      applicationId: ready.application.id,
      guildId: options.guildId,
      store: options.store,
      log: options.log,
    });
    options.log.info('serving Discord', { user: ready.user.username, guilds: ready.guilds.cache.size });
  } catch (error) {
    await client.destroy();
    throw error;
  }
  return {
    messenger: createMessenger(ready),
    async stop(beside) {
      const [isFinished] = await Promise.all([
        work.finish(FINISH_WITHIN_MS),
        Promise.race([beside, sleep(FINISH_WITHIN_MS, null, { ref: false })]),
      ]);
      if (!isFinished) options.log.warn('stopped with answers under way');
      await client.destroy();
    },
  };
}

function createClient({ restApi, log }: DiscordOptions, { makeRequest }: Attempts): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { makeRequest, ...(restApi === undefined ? {} : { api: restApi }) },
  });
  client.on(Events.Error, (error) => log.error('the Discord client failed', { error }));
  client.on(Events.Warn, (warning) => log.warn('the Discord client warns', { warning }));
  client.on(Events.ShardDisconnect, ({ code }) => log.warn('Discord closed the connection', { code }));
  client.on(Events.ShardReconnecting, () => log.info('reconnecting to Discord'));
  client.rest.on(RESTEvents.RateLimited, ({ route, timeToReset, global }) =>
    log.warn('Discord asks to wait', { route, timeToReset, global }),
  );
  return client;
}

async function logIn(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (cause) {
    if (isRefusedToken(cause)) throw new ConfigError([REFUSED_TOKEN]);
    throw new SourceError('Discord could not be reached. Check the network, or start again later.', {
      cause,
    });
  }
  return ready;
}

function isRefusedToken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'TokenInvalid';
}

async function dispatch(interaction: Interaction, deps: DiscordDeps): Promise<void> {
  try {
    if (interaction.isChatInputCommand()) await answerCommand(interaction, deps);
    else if (interaction.isMessageContextMenuCommand()) await answerMenu(interaction, deps);
    else if (interaction.isAutocomplete()) await answerAutocomplete(interaction, deps);
    else if (interaction.isButton() || interaction.isStringSelectMenu())
      await answerComponent(interaction, deps);
    else if (interaction.isModalSubmit()) await answerForm(interaction, deps);
    else deps.log.warn('an interaction of a kind that is not served', { interaction: interaction.id });
  } catch (error) {
    deps.log.error('a bug', { id: interaction.id, error });
  }
}
