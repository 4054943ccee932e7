import { join } from 'node:path';
import { COMMANDS } from '../../commands/index.ts';
import { parseLine } from '../../commands/line.ts';
import { openFile } from '../../commands/open-file.ts';
import { LOCAL_WORKSPACE } from '../cli/store-options.ts';
import type { Services } from '../compose.ts';
import type { Config } from '../config.ts';
import { WORKED_QUESTION } from '../demo/sample-articles.ts';
import type { Log } from '../log.ts';
import { renderTerminal } from '../view/terminal.ts';
import { runPrompt } from './prompt.ts';

export interface TerminalDeps {
  readonly config: Config;
  readonly services: Services;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly columns?: number };
  readonly colour: boolean;
  readonly log: Log;
}

/**
 * OnRecord without Discord: loads the sample articles into an empty store, shows the worked answer, and, where the
 * input is a terminal, reads slash commands until it ends or `signal` fires.
 */
export async function runTerminal(
  { config, services, input, output, colour, log }: TerminalDeps,
  signal: AbortSignal,
): Promise<void> {
  const openDeps = async () =>
    services.depsFor(LOCAL_WORKSPACE, {
      settings: await services.store.readSettings(LOCAL_WORKSPACE),
      asker: { userId: LOCAL_WORKSPACE, isPublic: true },
    });
  output.write('No DISCORD_TOKEN is set, so OnRecord runs in this terminal.\n');
  const loaded = await services.loadSamples(LOCAL_WORKSPACE);
  if (loaded > 0) output.write(`The store was empty: ${loaded} sample articles are in it now.\n`);
  const { command, options } = await parseLine(WORKED_QUESTION, COMMANDS, openFile);
  const deps = await openDeps();
  const { language } = deps.settings;
  const format = { colour, width: output.columns || 100, language };
  const answer = renderTerminal(await command.run(options, deps), format);
  output.write(`\n> ${WORKED_QUESTION}\n\n${answer}\n`);
  if (!input.isTTY || signal.aborted) return;
  output.write('\nType a slash command, help, or exit.\n');
  const historyPath = join(config.dataFolder, 'history');
  await runPrompt({ commands: COMMANDS, openDeps, input, output, colour, historyPath, log }, signal);
}
