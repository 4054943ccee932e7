import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { parseTopic } from '../../src/search/topic.ts';
import { startSqliteWorker } from '../../src/store/sqlite/open-sqlite-store.ts';
import { connectToWorker } from '../../src/store/sqlite/worker-client.ts';
import { makeFolder, openFile, saveQuote } from '../support/store-files.ts';

const LEASE = { topic: parseTopic('lease'), limit: 1000 };

describe('a full disk', () => {
  it('stops the storing with one sentence and loses nothing that was stored', async () => {
    const path = join(await makeFolder(), 'store.db');
    const store = await openFile(path, { maxPages: 100 });
    let stored = 0;
    const fill = async () => {
      for (; stored < 1000; stored += 1)
        await saveQuote(store, `Lease ${stored} ${'of the long canal '.repeat(90)}`);
    };
    await expect(fill()).rejects.toThrow(
      `The disk that holds ${path} is full, so nothing was changed; free some space`,
    );
    expect(stored).toBeGreaterThan(2);
    await expect(fill()).rejects.toThrow(StoreError);
    const kept = await store.searchQuotes('press', LEASE);
    expect([kept.total, kept.quotes.length]).toEqual([stored, stored]);
    await store.close();
    const roomier = await openFile(path);
    expect(await roomier.measureCorpus('press')).toMatchObject({ articles: stored, quotes: stored });
    expect(await saveQuote(roomier, 'One more lease')).toMatchObject({ status: 'stored' });
  });

  it('says so when there is no room for a new store', async () => {
    const path = join(await makeFolder(), 'store.db');
    await expect(openFile(path, { maxPages: 5 })).rejects.toThrow(`The disk that holds ${path} is full`);
  });
});

describe('a worker thread that dies', () => {
  it('leaves nobody waiting', async () => {
    const path = join(await makeFolder(), 'store.db');
    const worker = startSqliteWorker(path, {});
    const store = await connectToWorker(worker);
    await store.writeNote('commands', 'hash');
    const waiting = Array.from({ length: 50 }, () => store.searchQuotes('press', LEASE));
    const outcomes = Promise.allSettled(waiting);
    await worker.terminate();
    const refused = (await outcomes).filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.every(({ reason }) => reason instanceof StoreError)).toBe(true);
    await expect(store.readNote('commands')).rejects.toThrow(
      /stopped unexpectedly; start the program again/u,
    );
    expect(await (await openFile(path)).readNote('commands')).toBe('hash');
  });

  it('leaves nobody waiting who is about to open a store', async () => {
    const worker = startSqliteWorker(join(await makeFolder(), 'store.db'), {});
    const opening = connectToWorker(worker);
    await Promise.all([worker.terminate(), expect(opening).rejects.toThrow(StoreError)]);
  });
});
