import { closeSync, existsSync, openSync, writeSync } from 'node:fs';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../src/errors.ts';
import { parseTopic } from '../../../src/search/topic.ts';
import { makeFolder, openFile, saveQuote } from '../../support/store-files.ts';

const LEASE = { topic: parseTopic('lease'), limit: 5 };

/** Changes the file behind the store's back. */
function meddle(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

async function refusalOf(path: string): Promise<string> {
  const error: unknown = await openFile(path).catch((thrown: unknown) => thrown);
  return error instanceof StoreError ? error.userMessage : `not a StoreError: ${String(error)}`;
}

describe('openStore', () => {
  it('makes the folders of its file', async () => {
    const path = join(await makeFolder(), 'a', 'b', 'store.db');
    await openFile(path);
    expect(existsSync(path)).toBe(true);
  });

  it('finds again what was stored before it was closed', async () => {
    const path = join(await makeFolder(), 'store.db');
    const first = await openFile(path);
    await saveQuote(first, 'There is no lease');
    await first.saveComponentState('press', 'c1', { userId: '1', payload: [1] });
    await first.writeNote('commands', 'hash');
    await first.close();
    const second = await openFile(path);
    expect(await second.searchQuotes('press', LEASE)).toMatchObject({ total: 1 });
    expect(await second.findComponentState('press', 'c1')).toEqual({ userId: '1', payload: [1] });
    expect(await second.readNote('commands')).toBe('hash');
    expect(await saveQuote(second, 'There is no lease')).toMatchObject({ status: 'duplicate' });
  });

  it('commits to a write-ahead log', async () => {
    const path = join(await makeFolder(), 'store.db');
    await saveQuote(await openFile(path), 'There is no lease');
    expect((await stat(`${path}-wal`)).size).toBeGreaterThan(0);
  });

  it('refuses a store of a newer version, and leaves it as it is', async () => {
    const path = join(await makeFolder(), 'store.db');
    await (await openFile(path)).close();
    meddle(path, 'UPDATE schema_version SET version = 99');
    expect(await refusalOf(path)).toMatch(
      /written by a newer version of OnRecord \(format 99.*update the program/u,
    );
  });

  it('refuses the database of another program, and leaves it as it is', async () => {
    const path = join(await makeFolder(), 'other.db');
    meddle(path, 'CREATE TABLE birds (name)');
    expect(await refusalOf(path)).toContain(`${path} is the database of another program`);
    meddle(path, 'INSERT INTO birds SELECT count(*) FROM sqlite_schema');
  });

  it('refuses a file that is no database', async () => {
    const path = join(await makeFolder(), 'notes.txt');
    await writeFile(path, 'These are my notes about the canal. '.repeat(100));
    expect(await refusalOf(path)).toContain(`${path} is not an OnRecord store; choose another path`);
  });

  it('refuses a folder, and a path through a file', async () => {
    const folder = await makeFolder();
    await mkdir(join(folder, 'store.db'));
    expect(await refusalOf(join(folder, 'store.db'))).toMatch(
      /store\.db can't be opened for writing; give this user/u,
    );
    await writeFile(join(folder, 'file'), '');
    expect(await refusalOf(join(folder, 'file', 'store.db'))).toMatch(
      /a part of its path is a file; choose another/u,
    );
  });

  it('refuses a folder it may not write to', async () => {
    const folder = await makeFolder();
    await chmod(folder, 0o555);
    // Nothing is read-only for root but the system's own folders.
    const place = process.getuid?.() === 0 ? '/sys/onrecord' : folder;
    expect(await refusalOf(join(place, 'store.db'))).toMatch(
      /store\.db can't be opened for writing; give this user/u,
    );
    await chmod(folder, 0o755);
  });

  it('says that a file is damaged', async () => {
    const path = join(await makeFolder(), 'store.db');
    await (await openFile(path)).close();
    const { size } = await stat(path);
    const file = openSync(path, 'r+');
    writeSync(file, Buffer.alloc(size - 4096, 0xff), 0, size - 4096, 4096);
    closeSync(file);
    expect(await refusalOf(path)).toContain(`${path} is damaged; restore it from a backup`);
  });

  it.each([
    ['the quote was changed', `UPDATE quotes SET record = replace(record, 'no lease', 'a lease')`],
    ['the quote lost its form', `UPDATE quotes SET record = '{"content"'`],
    ['the stance is none', `UPDATE quotes SET record = replace(record, '"claimed"', '"agreed"')`],
    ['the article was changed', `UPDATE articles SET text = replace(text, 'no lease', 'a lease')`],
    ['the article was cut', `UPDATE articles SET text = substr(text, 1, 20)`],
  ])('never shows a quote when %s', async (_, change) => {
    const path = join(await makeFolder(), 'store.db');
    const store = await openFile(path);
    await saveQuote(store, 'There is no lease');
    const [quote] = (await store.searchQuotes('press', LEASE)).quotes;
    meddle(path, change);
    await expect(store.searchQuotes('press', LEASE)).rejects.toThrow(StoreError);
    await expect(store.findQuote('press', quote?.id ?? '')).rejects.toThrow(
      /q_[a-z2-7]{16} no longer matches its/u,
    );
  });

  it('gives up on a file that another process keeps for itself, and reads on meanwhile', async () => {
    const path = join(await makeFolder(), 'store.db');
    const store = await openFile(path, { busyTimeout: 30 });
    await saveQuote(store, 'There is no lease');
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    await expect(saveQuote(store, 'One more lease')).rejects.toThrow(
      `${path} is held by another process; wait until`,
    );
    expect(await store.searchQuotes('press', LEASE)).toMatchObject({ total: 1 });
    other.exec('ROLLBACK');
    other.close();
    expect(await saveQuote(store, 'One more lease')).toMatchObject({ status: 'stored' });
  });

  it('finishes what was asked before it was closed, and nothing after', async () => {
    const path = join(await makeFolder(), 'store.db');
    const store = await openFile(path);
    const saving = Array.from({ length: 20 }, (_, index) => saveQuote(store, `Lease ${index}`));
    const closing = store.close();
    await expect(saveQuote(store, 'Too late')).rejects.toThrow('The store is closed.');
    await Promise.all([...saving, closing, store.close()]);
    expect(await (await openFile(path)).measureCorpus('press')).toMatchObject({ articles: 20 });
  });
});
