import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram, temporaryFolder } from '../support/run-program.ts';

function npmStart(folder: string, env: Readonly<Record<string, string>> = {}) {
  return runProgram('main.ts', [], { env: { ONRECORD_DATA: folder, ...env }, cwd: folder });
}

describe('npm start without a token, its input no terminal', () => {
  it('loads the sample articles once, shows the worked answer and ends', async () => {
    const folder = temporaryFolder();
    const first = await npmStart(folder);
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/^No DISCORD_TOKEN is set, .*\nThe store was empty: 10 sample articles/u);
    expect(first.stdout).toMatch(
      /> \/who-denied missile transfer\n\nWho denied “missile transfer”\n\d+ denied/u,
    );
    const second = await npmStart(folder);
    expect([second.code, second.stderr]).toEqual([0, '']);
    expect(second.stdout).not.toContain('sample articles');
    expect(second.stdout.split('\n').slice(1)).toEqual(first.stdout.split('\n').slice(2));
  });

  it('takes its settings from a .env file beside it', async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, '.env'), 'ANSWER_MODE=poem\n');
    const { code, stdout, stderr } = await npmStart(folder);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe('The settings need a correction: ANSWER_MODE should be prose, select or digest.\n');
  });

  it('answers with the digest, and says so, where the language model can not be reached', async () => {
    const { code, stdout } = await npmStart(temporaryFolder(), { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' });
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/gu, ' ')).toMatch(
      /This is a digest, written without a model: the language model/u,
    );
    expect(stdout).toMatch(/\nDenied\n/u);
  });

  it('fails in one sentence where its data folder can not be', async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, 'file'), '');
    const { code, stdout, stderr } = await npmStart(folder, { ONRECORD_DATA: join(folder, 'file', 'data') });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^[^\n]+\.\n$/u);
  });
});
