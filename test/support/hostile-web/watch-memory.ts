import { readFile, readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/** In milliseconds, between two looks. */
const PERIOD = 25;

/** The processes that a process started, at any depth; none where the system does not tell. */
async function processesUnder(pid: number | string): Promise<readonly string[]> {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => []);
  const lists = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  );
  const own = lists.flatMap((list) => list.split(' ').filter((child) => child.trim() !== ''));
  const deeper = await Promise.all(own.map((child) => processesUnder(child)));
  return [...own, ...deeper.flat()];
}

/** What a process holds in kB, what it shares with others counted in part; 0 for one that has ended. */
async function heldBy(pid: number | string): Promise<number> {
  const told = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(?<kB>\d+)/mu.exec(told)?.groups?.['kB'] ?? '0');
}

/** Looks again and again at what this process and those it started hold together, until `signal` fires. Resolves to the most, in MB. */
export async function watchMemory(signal: AbortSignal): Promise<number> {
  let most = process.resourceUsage().maxRSS;
  while (!signal.aborted) {
    const held = await Promise.all(
      [process.pid, ...(await processesUnder(process.pid))].map((pid) => heldBy(pid)),
    );
    most = Math.max(
      most,
      held.reduce((sum, each) => sum + each, 0),
    );
    await sleep(PERIOD);
  }
  return Math.round(Math.max(most, process.resourceUsage().maxRSS) / 1024);
}
