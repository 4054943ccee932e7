import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { startProgram } from './run-program.ts';

/** What `onrecord ingest --json` tells of one file. */
const Line = z.object({ file: z.string(), articleId: z.string(), status: z.string(), quotes: z.number() });
type ImportLine = z.output<typeof Line>;

export interface ImportRun {
  readonly lines: readonly ImportLine[];
  /** Null where it was killed. */
  readonly code: number | null;
  readonly stderr: string;
}

export interface ImportPlace {
  readonly folder: string;
  readonly database: string;
}

/** When to kill a run: after so many newly stored articles were told, or so many milliseconds from its start. */
export type Moment = { readonly stored: number } | { readonly after: number };

/** Imports a folder in a process of its own; with a moment, the process is killed then, as by a power cut. */
export async function runImport({ folder, database }: ImportPlace, moment?: Moment): Promise<ImportRun> {
  const child = startProgram('cli.ts', ['ingest', folder, '--json', '--db', database]);
  const closed = once(child, 'close');
  const stderr = child.stderr.toArray();
  const kill = (): void => void child.kill('SIGKILL');
  const timer = moment !== undefined && 'after' in moment ? setTimeout(kill, moment.after) : undefined;
  const lines: ImportLine[] = [];
  let stored = 0;
  for await (const written of createInterface({ input: child.stdout })) {
    const line = readLine(written);
    if (line === null) break;
    lines.push(line);
    stored += line.status === 'duplicate' ? 0 : 1;
    if (moment !== undefined && 'stored' in moment && stored >= moment.stored) kill();
  }
  await closed;
  clearTimeout(timer);
  return { lines, code: child.exitCode, stderr: Buffer.concat(await stderr).toString() };
}

/** Null for a line that the kill cut off. */
function readLine(written: string): ImportLine | null {
  try {
    return Line.parse(JSON.parse(written));
  } catch {
    return null;
  }
}

/** The moments of `kills` runs that together store at most `files` articles; the same every time. */
export function chooseMoments(files: number, kills: number): readonly Moment[] {
  const step = Math.max(1, Math.floor(files / (kills + 1)));
  return Array.from({ length: kills }, (_, run) => {
    const random = ((run + 1) * 7919) % 1000;
    return run % 4 === 3 ? { after: random } : { stored: 1 + Math.floor((random / 1000) * step) };
  });
}
