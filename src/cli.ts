#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
import { once } from 'node:events';
import { runCommandLine } from './cli/run.ts';
import type { Shell } from './cli/verb.ts';
import { createLog } from './log.ts';
import { readLogLevel } from './config.ts';

// A reader that has seen enough (`onrecord … | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const shell: Shell = {
  stdin: process.stdin,
  async print(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  warn: (line) => process.stderr.write(`${line}\n`),
  log: createLog({
    level: readLogLevel(),
    secrets: [],
    now: () => new Date(),
    write: (line) => process.stderr.write(`${line}\n`),
  }),
  colour: process.stdout.isTTY && process.stdout.hasColors(),
  width: process.stdout.columns ?? 100,
};

process.exitCode = await runCommandLine(process.argv.slice(2), shell);
