import { once } from 'node:events';
import { createStatusLine } from './status-line.ts';
import { runCommandLine } from './run.ts';
import type { Shell } from './verb.ts';
import { createLog } from '../log.ts';
import { loadSettingsFile, readLogLevel } from '../config.ts';

/** Runs the command line of this process, from its arguments to its exit code. */
export async function runProcess(): Promise<void> {
  // A reader that has seen enough (`onrecord … | head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  loadSettingsFile();
  process.exitCode = await runCommandLine(process.argv.slice(2), openShell());
}

function openShell(): Shell {
  const status = process.stderr.isTTY ? createStatusLine(process.stderr) : null;
  const beside = <Result>(write: () => Result): Result => status?.aside(write) ?? write();
  const warn = (line: string): void => void beside(() => process.stderr.write(`${line}\n`));
  return {
    stdin: process.stdin,
    async print(text) {
      if (!beside(() => process.stdout.write(text))) await once(process.stdout, 'drain');
    },
    warn,
    ...(status === null ? {} : { status: status.show }),
    log: createLog({ level: readLogLevel(), secrets: [], now: () => new Date(), write: warn }),
    colour: process.stdout.isTTY && process.stdout.hasColors(),
    width: process.stdout.columns || 100,
  };
}
