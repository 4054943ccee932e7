import { describe, expect, it } from 'vitest';
import { faultsOf, readCase, readPageCorpus } from '../support/page-corpus.ts';

const corpus = readPageCorpus(new URL('pages', import.meta.url).pathname);

describe('the pages', () => {
  it('are 25 layouts or more, each with a reason, none twice', () => {
    expect(corpus.length).toBeGreaterThanOrEqual(25);
    expect(new Set(corpus.map(({ html }) => html)).size).toBe(corpus.length);
    for (const { note } of corpus) expect(note.length).toBeGreaterThan(10);
  });

  // The floor is the ceiling: every case holds, and a new one is added with what makes it hold.
  it.each(corpus)('$name is read without fault', async (entry) => {
    expect(faultsOf(entry, await readCase(entry))).toEqual([]);
  });
});
