import { describeError } from './cli/report-error.ts';
import { openServices, type Services } from './compose.ts';
import { readWaitingArticles } from './read-waiting-articles.ts';
import { loadSettingsFile, readConfig, type Config } from './config.ts';
import { createLog, type Log } from './log.ts';

/** Runs `npm start` from its settings to its exit code: the Discord bot, or a terminal where there is no token. */
export async function serve(): Promise<void> {
  const stopping = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
  let log = openLog(null);
  try {
    loadSettingsFile();
    const config = readConfig();
    log = openLog(config);
    await serveUntil(stopping.signal, config, log);
  } catch (error) {
    const { message, bug } = describeError(error);
    process.stderr.write(`${message}\n`);
    if (bug !== null) log.error('a bug', bug);
    else log.debug('stopped by an error', { error });
    process.exitCode = 1;
  }
}

/** Serves Discord until `signal` fires, or a terminal until the person leaves; closes what it opened. */
async function serveUntil(signal: AbortSignal, config: Config, log: Log): Promise<void> {
  const services = await openServices({ config, location: null, log });
  const { startClock } = await import('./schedule/clock.ts');
  // Not at the start: a newcomer's first question comes before what can wait.
  const reading = startClock({
    works: {
      reading: (stopping) =>
        readWaitingArticles(services.extraction, log, AbortSignal.any([signal, stopping])),
    },
    log: log.error,
    atStart: false,
  });
  try {
    if (config.discord === null) {
      await serveTerminal(signal, { config, services, log });
    } else {
      const { serveDiscord } = await import('./serve-discord.ts');
      await serveDiscord(config.discord, { services, log }, signal);
    }
  } finally {
    await reading.stop();
    await services.close();
  }
}

interface Serving {
  readonly config: Config;
  readonly services: Services;
  readonly log: Log;
}

async function serveTerminal(signal: AbortSignal, serving: Serving): Promise<void> {
  const { runTerminal } = await import('./terminal/run-terminal.ts');
  const { stdin: input, stdout: output } = process;
  const colour = output.isTTY && output.hasColors();
  await runTerminal({ ...serving, input, output, colour }, signal);
}

function openLog(config: Config | null): Log {
  return createLog({
    level: config?.logLevel ?? 'info',
    secrets: [config?.discord?.token, config?.model?.apiKey, passwordIn(config?.storeLocation)].filter(
      (secret) => secret != null,
    ),
    now: () => new Date(),
    write: (line) => process.stderr.write(`${line}\n`),
  });
}

function passwordIn(location: string | undefined): string | undefined {
  return location === undefined ? undefined : URL.parse(location)?.password;
}
