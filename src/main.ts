import { describeError } from './cli/report-error.ts';
import { openServices, type Services } from './compose.ts';
import { readConfig, type Config } from './config.ts';
import { createLog, type Log } from './log.ts';

const stopping = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());

let log = openLog(null);
try {
  const config = readConfig();
  log = openLog(config);
  await serve(config, stopping.signal);
} catch (error) {
  const { message, bug } = describeError(error);
  process.stderr.write(`${message}\n`);
  if (bug !== null) log.error('a bug', bug);
  process.exitCode = 1;
}

/** Serves Discord until `signal` fires, or a terminal until the person leaves; closes what it opened. */
async function serve(config: Config, signal: AbortSignal): Promise<void> {
  const services = await openServices({ config, location: null, log });
  try {
    if (config.discord === null) await serveTerminal(config, services, signal);
    else throw new Error('Discord is not there yet');
  } finally {
    await services.close();
  }
}

async function serveTerminal(config: Config, services: Services, signal: AbortSignal): Promise<void> {
  const { runTerminal } = await import('./terminal/run-terminal.ts');
  const { stdin: input, stdout: output } = process;
  const colour = output.isTTY && output.hasColors();
  await runTerminal({ config, services, input, output, colour, log }, signal);
}

function openLog(config: Config | null): Log {
  return createLog({
    level: config?.logLevel ?? 'info',
    secrets: [config?.discord?.token, config?.model?.apiKey].filter((secret) => secret != null),
    now: () => new Date(),
    write: (line) => process.stderr.write(`${line}\n`),
  });
}
