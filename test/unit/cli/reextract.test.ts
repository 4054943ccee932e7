import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/run.ts';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { temporaryFolder } from '../../support/run-program.ts';
import { composeArticle } from '../../support/store-articles.ts';

async function run(words: readonly string[]) {
  const printed: string[] = [];
  const warned: string[] = [];
  const code = await runCommandLine(words, {
    stdin: Readable.from([]),
    print: async (text) => void printed.push(text),
    warn: (line) => warned.push(line),
    log: createLog({ level: 'error', secrets: [], now: () => new Date(), write: () => {} }),
    colour: false,
    width: 80,
  });
  return { code, printed: printed.join(''), warned };
}

it('onrecord reextract reads every article once, with those that a stopped run still had in hand', async () => {
  const path = join(temporaryFolder(), 'store.db');
  const store = await openStore(path, { now: () => new Date() });
  for (const workspace of ['local', 'guild:1']) {
    for (const content of ['There is no lease', 'None at all']) {
      const { article } = composeArticle({ statements: [{ content, speaker: 'Ada Lorne' }] });
      await store.saveArticle(workspace, article, []);
    }
  }
  const now = new Date().toISOString();
  await store.markOutdated({ workspace: 'local', version: 'newer', modelStamp: null, now });
  const until = new Date(Date.now() + 1500).toISOString();
  await store.claimExtractions({ workspace: 'local', awaits: ['grammar'], now, until, limit: 1 });
  await store.close();

  const first = await run(['reextract', '--workspace', 'local', '--json', '--db', path]);
  expect(first.code).toBe(0);
  const lines = first.printed.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(
    Array.from({ length: 2 }, () => ({
      workspace: 'local',
      articleId: expect.stringMatching(/^a_/u),
      kept: 0,
      added: 1,
      removed: 0,
      problem: null,
    })),
  );
  const all = await run(['reextract', '--db', path]);
  expect(all.printed).toBe('2 articles read again: 0 quotes kept, 2 added, 0 removed.\n');
  expect((await run(['reextract', '--db', path])).printed).toBe('Every article was read by this version.\n');
});
