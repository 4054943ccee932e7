import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { openArticleWorkers } from '../../src/article-workers.ts';
import { HOSTILE_DOCUMENTS } from '../support/hostile-documents.ts';

const workers = openArticleWorkers();
afterAll(() => workers.close());

/** In MB: the most memory that any of our worker processes holds now; 0 where the system does not tell. */
function readWorkersMemory(): number {
  const of = (id: string): number => {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      const isOurs = Number(/^PPid:\s+(\d+)/mu.exec(status)?.[1]) === process.pid;
      return isOurs ? Number(/^VmRSS:\s+(\d+)/mu.exec(status)?.[1] ?? 0) / 1024 : 0;
    } catch {
      return 0;
    }
  };
  const ids = process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/u.test(name)) : [];
  return Math.max(0, ...ids.map(of));
}

describe('a document of less than 10 MB with', () => {
  it.each(HOSTILE_DOCUMENTS)(
    '%s (%s) is refused in one sentence, within 512 MB',
    { timeout: 60_000 },
    async (_what, fileName, make) => {
      const bytes = make();
      expect(bytes.length).toBeLessThan(10 * 1024 * 1024);
      let most = 0;
      const watch = setInterval(() => (most = Math.max(most, readWorkersMemory())), 20);
      const refusal = await workers.read({ bytes, fileName, overrides: {} }).catch((error: unknown) => error);
      clearInterval(watch);
      expect(refusal).toBeInstanceOf(InputError);
      expect(refusal).toMatchObject({ userMessage: expect.stringMatching(/^[^\n]+[^.\n]\.$/u) });
      expect(most).toBeLessThan(512);
    },
  );

  it('none of all that keeps the next article from being read', async () => {
    const bytes = new TextEncoder().encode('<html><p>“No,” said Ana Roe, the mayor of Linholm.</p></html>');
    const draft = await workers.read({ bytes, fileName: 'a.html', overrides: {} });
    expect(draft.text).toContain('said Ana Roe');
  });
});
