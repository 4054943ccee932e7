import { readFile, writeFile } from 'node:fs/promises';

/** How many lines are kept. */
export const HISTORY_SIZE = 500;

/** The lines that were typed before, the newest first: readline's own order. None when there is no such file. */
export async function readHistory(path: string): Promise<string[]> {
  try {
    return (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '');
  } catch {
    return [];
  }
}

/** Keeps the lines for the next run. They are a convenience: a folder that can't be written to is no error. */
export async function writeHistory(path: string, lines: readonly string[]): Promise<void> {
  const text = lines.slice(0, HISTORY_SIZE).join('\n');
  await writeFile(path, `${text}\n`, { mode: 0o600 }).catch(() => {});
}
