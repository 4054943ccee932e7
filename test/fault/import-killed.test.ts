import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { chooseMoments, runImport } from '../support/killed-import.ts';
import { makePressArchive, QUOTES_EACH } from '../support/make-press-archive.ts';
import { temporaryFolder } from '../support/run-program.ts';
import { openFile } from '../support/store-files.ts';

const FILES = 600;
const KILLS = 20;

it(
  `an import that is killed ${KILLS} times is finished by the next run: nothing twice, nothing missing`,
  { timeout: 240_000 },
  async () => {
    const place = { folder: temporaryFolder(), database: join(temporaryFolder(), 'store.db') };
    makePressArchive(place.folder, FILES);
    const confirmed = new Map<string, string>();
    let killed = 0;
    for (const moment of chooseMoments(FILES, KILLS)) {
      const { lines, code } = await runImport(place, moment);
      killed += code === null ? 1 : 0;
      for (const { file, articleId } of lines) {
        expect(articleId).toBe(confirmed.get(file) ?? articleId);
        confirmed.set(file, articleId);
      }
    }
    expect(killed).toBe(KILLS);
    expect(confirmed.size).toBeGreaterThan(KILLS);
    expect(confirmed.size).toBeLessThan(FILES);

    const last = await runImport(place);
    expect([last.code, last.lines.length]).toEqual([0, FILES]);
    const ids = new Map(last.lines.map(({ file, articleId }) => [file, articleId]));
    expect(new Set(ids.values()).size).toBe(FILES);
    for (const [file, articleId] of confirmed) expect(ids.get(file)).toBe(articleId);

    const store = await openFile(place.database);
    const size = await store.measureCorpus('local');
    expect([size.articles, size.quotes]).toEqual([FILES, FILES * QUOTES_EACH]);
    const database = new DatabaseSync(place.database, { readOnly: true });
    const { words } = database.prepare('SELECT count(*) AS words FROM quote_words_docsize').get() ?? {};
    expect(words).toBe(FILES * QUOTES_EACH);
    expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    database.close();
  },
);
