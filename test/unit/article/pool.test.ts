import { afterEach, describe, expect, it } from 'vitest';
import { createReadingPool, type ReadingPool } from '../../../src/article/pool.ts';
import { readAnyArticle } from '../../../src/article/documents/read-any-article.ts';
import type { RawArticle } from '../../../src/article/read.ts';
import { InputError } from '../../../src/errors.ts';

const LIMITS = { size: 1, timeLimit: 20_000, memoryLimit: 256 };

const raw = (text: string, fileName: string | null): RawArticle => ({
  bytes: new TextEncoder().encode(text),
  fileName,
  overrides: { title: 'Harbour' },
});

let pool: ReadingPool | null = null;
afterEach(async () => {
  await pool?.close();
  pool = null;
});

describe('a pool that reads articles', () => {
  it.each([
    [
      'a page',
      '<html><h1>Pier</h1><p>“No,” said Ana Roe, the harbour master of Linholm.</p></html>',
      'a.html',
    ],
    ['a small text', '“No,” said Ana Roe.', null],
    ['a large text', '“No,” said Ana Roe, the harbour master of Linholm.\n\n'.repeat(3000), 'a.txt'],
  ])('reads %s as it is read elsewhere', async (_what, text, fileName) => {
    pool = createReadingPool(LIMITS);
    expect(await pool.read(raw(text, fileName))).toEqual(await readAnyArticle(raw(text, fileName)));
  });

  it.each([
    ['in a process', 'a.html'],
    ['without one', 'a.txt'],
  ])('refuses what it can not use, %s', async (_how, fileName) => {
    pool = createReadingPool(LIMITS);
    await expect(pool.read(raw(' ', fileName))).rejects.toThrow(InputError);
  });

  it('gives up what takes too long, in one sentence', async () => {
    pool = createReadingPool({ ...LIMITS, timeLimit: 1 });
    await expect(pool.read(raw('<p>No.</p>'.repeat(200_000), 'a.html'))).rejects.toThrow(
      'Reading the article took too long; save its words as a text file and give that.',
    );
  });
});
