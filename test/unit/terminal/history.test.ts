import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HISTORY_SIZE, readHistory, writeHistory } from '../../../src/terminal/history.ts';
import { temporaryFolder } from '../../support/run-program.ts';

describe('the history of the prompt', () => {
  it('is kept in order, for its owner alone', async () => {
    const path = join(temporaryFolder(), 'history');
    await writeHistory(path, ['/who-said newest', '/who-said oldest']);
    expect(await readHistory(path)).toEqual(['/who-said newest', '/who-said oldest']);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('keeps no more than its size, the newest', async () => {
    const path = join(temporaryFolder(), 'history');
    const lines = Array.from({ length: HISTORY_SIZE + 5 }, (_, index) => `line ${index}`);
    await writeHistory(path, lines);
    expect(await readHistory(path)).toEqual(lines.slice(0, HISTORY_SIZE));
  });

  it('is empty where it was never kept or can not be', async () => {
    const path = join(temporaryFolder(), 'no', 'folder', 'history');
    await writeHistory(path, ['/who-said x']);
    expect(await readHistory(path)).toEqual([]);
  });
});
