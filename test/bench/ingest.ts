/**
 * What an import costs and survives: `npm run bench:ingest -- [FILES] [KILLS]`, 10,000 files and 20 kills unless told.
 * Prints files a second and the highest memory of a whole import, the time of a second run over the same files, and the
 * counts after an import that was killed so many times.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chooseMoments, runImport, type ImportPlace } from '../support/killed-import.ts';
import { makePressArchive, QUOTES_EACH } from '../support/make-press-archive.ts';
import { startProgram, temporaryFolder } from '../support/run-program.ts';

const [files = 10_000, kills = 20] = process.argv.slice(2).map(Number);
const folder = temporaryFolder();
const stores = temporaryFolder();
try {
  makePressArchive(folder, files);
  await measure('first run', { folder, database: join(stores, 'whole.db') });
  await measure('second run', { folder, database: join(stores, 'whole.db') });
  await countAfterKills({ folder, database: join(stores, 'killed.db') });
} finally {
  for (const made of [folder, stores]) rmSync(made, { recursive: true });
}

async function measure(name: string, place: ImportPlace): Promise<void> {
  const started = performance.now();
  const child = startProgram('cli.ts', ['ingest', place.folder, '--quiet', '--db', place.database]);
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, readMemory(child.pid) ?? 0)), 100);
  const told = Buffer.concat(await child.stdout.toArray())
    .toString()
    .trim();
  clearInterval(watch);
  const seconds = (performance.now() - started) / 1000;
  const memory = peak === 0 ? 'memory not known here' : `${Math.round(peak)} MB at most`;
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${Math.round(files / seconds)} files a second, ${memory}. ${told}`,
  );
}

/** The memory that a process and those it started hold, in MB; Linux alone tells it. */
function readMemory(id: number | string | undefined): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0;
    const children = readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').split(' ').filter(Boolean);
    return children.reduce((sum, child) => sum + (readMemory(child) ?? 0), Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

async function countAfterKills(place: ImportPlace): Promise<void> {
  const ids = new Map<string, Set<string>>();
  const take = (lines: readonly { file: string; articleId: string }[]): void => {
    for (const { file, articleId } of lines) ids.set(file, (ids.get(file) ?? new Set()).add(articleId));
  };
  let killed = 0;
  for (const moment of chooseMoments(files, kills)) {
    const { lines, code } = await runImport(place, moment);
    killed += code === null ? 1 : 0;
    take(lines);
  }
  const before = ids.size;
  const last = await runImport(place);
  take(last.lines);
  const twice = [...ids.values()].filter((each) => each.size > 1).length;
  const quotes = last.lines.reduce((sum, line) => sum + line.quotes, 0);
  console.log(
    `killed ${killed} times, with ${before} of ${files} files told as stored; the next run ended with exit code ${last.code}: ` +
      `${new Set(last.lines.map((line) => line.articleId)).size} articles with ${quotes} quotes (${files} and ${files * QUOTES_EACH} expected), ` +
      `${files - ids.size} missing, ${twice} stored twice.`,
  );
}
