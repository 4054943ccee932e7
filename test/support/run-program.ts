import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a program that ran to its end left behind. */
export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A new empty folder under the system's temporary one. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'onrecord-'));
}

/** Starts a program of ours as npm would, without any setting of the person who runs the tests. */
export function startProgram(
  source: string,
  args: readonly string[],
  { env = {}, cwd = tmpdir() }: RunOptions = {},
) {
  const PATH = process.env['PATH'] ?? '';
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4', resolve(`src/${source}`), ...args],
    { env: { PATH, ...env }, cwd },
  );
}

/** Runs a program of ours to its end. */
export async function runProgram(
  source: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Finished> {
  const child = startProgram(source, args, options);
  child.stdin.on('error', () => {});
  child.stdin.end(options.stdin ?? '');
  const [stdout, stderr, code] = await Promise.all([
    child.stdout.toArray(),
    child.stderr.toArray(),
    new Promise<number | null>((done) => child.once('close', done)),
  ]);
  return { code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() };
}
