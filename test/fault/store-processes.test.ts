import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { parseTopic } from '../../src/search/topic.ts';
import { makeFolder, openFile } from '../support/store-files.ts';

const WRITER = new URL('../support/store-writer.ts', import.meta.url).pathname;
const ROUNDS = 5;

function startWriter(path: string, label: string, count: number): ChildProcess {
  return spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', WRITER, path, label, String(count)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
}

/** The ids that a writer printed until it ended; `onId` is told how many there are after each. */
async function confirmedBy(
  writer: ChildProcess,
  onId: (confirmed: number) => void = () => {},
): Promise<string[]> {
  const ids: string[] = [];
  if (writer.stdout === null) throw new Error('The writer has no output.');
  for await (const id of createInterface({ input: writer.stdout })) {
    ids.push(id);
    onId(ids.length);
  }
  if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
  return ids;
}

describe('processes on one SQLite store', () => {
  it('both write at once, from the first moment on, and nothing of either is lost', async () => {
    const path = join(await makeFolder(), 'store.db');
    const writers = ['one', 'two', 'three'].map((label) => startWriter(path, label, 25));
    const ids = (await Promise.all(writers.map((writer) => confirmedBy(writer)))).flat();
    expect(writers.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
    expect(new Set(ids).size).toBe(75);
    const store = await openFile(path);
    expect(await store.measureCorpus('press')).toEqual({ articles: 75, quotes: 225, outlets: 1 });
    expect(await store.suggestSpeakers('press', 'ada', 5)).toHaveLength(1);
    expect(await store.searchQuotes('press', { topic: parseTopic('canal two'), limit: 1 })).toMatchObject({
      total: 75,
    });
  });

  it('lose nothing they confirmed when one is killed as it writes, and never half an article', async () => {
    const path = join(await makeFolder(), 'store.db');
    const confirmed: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const writer = startWriter(path, `round ${round}`, 100_000);
      const enough = 5 + round * 7;
      const ids = await confirmedBy(writer, (count) => {
        if (count === enough) writer.kill('SIGKILL');
      });
      expect(writer.signalCode).toBe('SIGKILL');
      expect(ids.length).toBeGreaterThanOrEqual(enough);
      confirmed.push(...ids);
    }
    const store = await openFile(path);
    const articles = await Promise.all(confirmed.map((id) => store.findArticle('press', id)));
    expect(articles.every((article) => article !== null)).toBe(true);
    const { articles: stored, quotes } = await store.measureCorpus('press');
    // One may have been written and not yet confirmed when its process died.
    expect(stored - confirmed.length).toBeLessThanOrEqual(ROUNDS);
    const found = await store.searchQuotes('press', { topic: parseTopic('canal'), limit: quotes });
    expect([found.total, found.quotes.length, quotes]).toEqual([quotes, quotes, stored * 3]);
  });
});
