import { createHash } from 'node:crypto';
import { DiscordAPIError, Routes, type REST, type RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { ConfigError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';

export interface RegistrationDeps {
  readonly rest: REST;
  readonly applicationId: string;
  /** Commands of one server show at once; without one they are global. */
  readonly guildId: string | undefined;
  readonly store: Pick<Store, 'readNote' | 'writeNote'>;
  readonly log: Log;
}

/**
 * Tells Discord of the commands, but only when they differ from those it was told of last: it allows 200 a day. Throws
 * ConfigError when Discord does not let the bot into the server.
 */
export async function registerCommands(
  body: readonly RESTPostAPIApplicationCommandsJSONBody[],
  deps: RegistrationDeps,
): Promise<void> {
  const { rest, applicationId, guildId, store, log } = deps;
  const hash = createHash('sha256').update(canonicalJson(body)).digest('hex');
  const note = `discord-commands:${applicationId}:${guildId ?? 'global'}`;
  if ((await store.readNote(note)) === hash) return;
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  try {
    await rest.put(route, { body });
  } catch (error) {
    if (!(error instanceof DiscordAPIError) || guildId === undefined || error.status !== 403) throw error;
    throw new ConfigError([
      `The bot may not register commands in the server ${guildId}: invite it there again.`,
    ]);
  }
  await store.writeNote(note, hash);
  log.info('commands registered', { count: body.length, guildId: guildId ?? null });
}

/** JSON whose keys are in one order, so that the same commands always have the same hash. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1)))
      : inner,
  );
}
