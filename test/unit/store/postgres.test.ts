import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { StoreError } from '../../../src/errors.ts';
import { parseTopic } from '../../../src/search/topic.ts';
import {
  ask,
  findPostgresPrograms,
  startPostgresServer,
  type PostgresServer,
} from '../../support/postgres-server.ts';
import { describeStore, fixedClock } from '../../support/store-contract.ts';
import { describeStoreProperties } from '../../support/store-properties.ts';
import { saveQuote } from '../../support/store-files.ts';

const LEASE = { topic: parseTopic('lease'), limit: 5 };
const programs = findPostgresPrograms();
if (programs === null && process.env['CI'] === 'true') {
  throw new Error('No PostgreSQL server was found in /usr/lib/postgresql; .ci/run installs it.');
}

if (programs === null) {
  process.stderr.write(
    'The PostgreSQL tests are left out: on Debian, `apt-get install postgresql` brings a server.\n',
  );
}

describe.skipIf(programs === null)('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgresServer(programs ?? '');
  });
  afterAll(() => server.stop());
  const open = async (address: string): Promise<Store> => {
    const store = await openStore(address, { now: fixedClock });
    onTestFinished(() => store.close());
    return store;
  };

  const openNew = async () => openStore(await server.createDatabase(), { now: fixedClock });
  describeStore('the PostgreSQL store', openNew);
  describeStoreProperties('the PostgreSQL store', openNew);

  describe('openStore on PostgreSQL', () => {
    it('finds again what was stored before, and lets two processes open a new database at once', async () => {
      const address = await server.createDatabase();
      const [first, second] = await Promise.all([open(address), open(address)]);
      expect(await saveQuote(first, 'There is no lease')).toMatchObject({ status: 'stored' });
      expect(await saveQuote(second, 'There is no lease')).toMatchObject({ status: 'duplicate' });
      expect(await (await open(address)).searchQuotes('press', LEASE)).toMatchObject({ total: 1 });
    });

    it('never shows a quote that its article no longer backs', async () => {
      const address = await server.createDatabase();
      const store = await open(address);
      await saveQuote(store, 'There is no lease');
      await ask(address, `UPDATE articles SET text = replace(text, 'no lease', 'a lease')`);
      await expect(store.searchQuotes('press', LEASE)).rejects.toThrow(/no longer matches its article/u);
    });

    it('refuses a store of a newer version', async () => {
      const address = await server.createDatabase();
      await (await open(address)).close();
      await ask(address, 'UPDATE schema_version SET version = 99');
      await expect(open(address)).rejects.toThrow(/written by a newer version of OnRecord \(format 99/u);
    });

    it.each([
      [
        'postgres://onrecord:secret@127.0.0.1:1/press',
        /127\.0\.0\.1:1\/press can't be reached; check that it runs/u,
      ],
      ['postgres://[', /DATABASE_URL is not a PostgreSQL address/u],
    ])('says in one sentence, without the password, why %s does not open', async (address, sentence) => {
      const error: unknown = await open(address).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StoreError);
      expect(String(error)).toMatch(sentence);
      expect(String(error)).not.toContain('secret');
    });

    it('says that a database does not exist', async () => {
      const address = (await server.createDatabase()).replace(/test_/u, 'none_');
      await expect(open(address)).rejects.toThrow(/There is no database .*none_\w+; create it/u);
    });

    it('takes a new connection where the old ones were cut', async () => {
      const address = await server.createDatabase();
      const store = await open(address);
      await saveQuote(store, 'There is no lease');
      await ask(
        address,
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      // Each query that meets a cut connection costs one; the pool held several.
      const search = () => store.searchQuotes('press', LEASE).catch(() => null);
      await expect.poll(search).toMatchObject({ total: 1 });
    });

    it('finishes what was asked before it was closed, and nothing after', async () => {
      const address = await server.createDatabase();
      const store = await open(address);
      const saving = Array.from({ length: 20 }, (_, index) => saveQuote(store, `Lease ${index}`));
      const closing = store.close();
      await expect(saveQuote(store, 'Too late')).rejects.toThrow('The store is closed.');
      await Promise.all([...saving, closing]);
      expect(await (await open(address)).measureCorpus('press')).toMatchObject({ articles: 20 });
    });
  });
});
