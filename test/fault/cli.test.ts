import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram, startProgram, temporaryFolder } from '../support/run-program.ts';

const SAMPLE = join(import.meta.dirname, '../../src/demo/02-ordan-denies.md');

/** Root may write to a folder that is closed to everybody. */
const isRoot = process.getuid?.() === 0;

function onrecord(args: readonly string[], stdin: string | Uint8Array = '', folder = temporaryFolder()) {
  return runProgram('cli.ts', args, { stdin, env: { ONRECORD_DATA: folder } });
}

/** One sentence, one line, no stack. */
function expectOneSentence(stderr: string): void {
  expect(stderr).toMatch(/^[^\n]+[.?]\n$/u);
  expect(stderr).not.toMatch(/\bat \S+:\d+|Error:|node:/u);
}

describe('a question', () => {
  it.each(['/who-denied', '/who-denied topic:', '/who-denied "  "', '/who-denied -missile', ''])(
    'without a topic (%j) is bad input',
    async (line) => {
      const { code, stdout, stderr } = await onrecord(['ask', line]);
      expect([code, stdout]).toEqual([2, '']);
      expectOneSentence(stderr);
    },
  );

  it('about what nobody spoke of is answered: nobody', async () => {
    const folder = temporaryFolder();
    await onrecord(['ingest', SAMPLE], '', folder);
    const { code, stdout, stderr } = await onrecord(['ask', '/who-denied zeppelin', '--json'], '', folder);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ groups: [], total: 0, notShown: 0 });
  });
});

describe('an exported answer', () => {
  const exportAnswer = async (folder: string): Promise<string> => {
    await onrecord(['ingest', SAMPLE], '', folder);
    return (await onrecord(['ask', '/who-denied missile transfer', '--json'], '', folder)).stdout;
  };

  it('is checked again offline, sentence by sentence, and a forged one fails', async () => {
    const folder = temporaryFolder();
    const exported = await exportAnswer(folder);
    const held = await onrecord(['verify', '-'], exported, folder);
    expect([held.code, held.stderr]).toEqual([0, '']);
    expect(held.stdout).toMatch(/^holds {11}Mirela Dastan .*\n(?:.*\n)*The answer holds: /u);
    const forged = await onrecord(
      ['verify', '-', '--json'],
      exported.replaceAll('No missile', 'One missile'),
      folder,
    );
    expect([forged.code, forged.stderr]).toEqual([1, '']);
    expect(JSON.parse(forged.stdout)).toMatchObject({ holds: false });
    const told = await onrecord(['verify', '-'], exported.replaceAll('No missile', 'One missile'), folder);
    expect(told.stdout).toContain('does not hold   Mirela Dastan');
  });

  it.each([
    ['no JSON', '{'],
    ['no answer', '{"sentences": []}'],
    ['deep', '['.repeat(50_000)],
  ])('that is %s is bad input', async (_what, stdin) => {
    const { code, stdout, stderr } = await onrecord(['verify', '-'], stdin);
    expect([code, stdout]).toEqual([2, '']);
    expectOneSentence(stderr);
  });
});

describe('an article', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n\t\n'],
    ['binary', Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)],
    ['larger than 10 MB', 'word '.repeat(2_200_000)],
  ])('that is %s is bad input', async (_what, stdin) => {
    const { code, stdout, stderr } = await onrecord(['ingest', '-', '--json'], stdin);
    expect([code, stdout]).toEqual([2, '']);
    expectOneSentence(stderr);
  });

  it('with no quote is stored, and said to have none', async () => {
    const { code, stdout } = await onrecord(
      ['ingest', '-', '--json'],
      'It rained in Linholm. The sea was grey.',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ articleId: expect.any(String), status: 'stored', quotes: 0 });
  });

  it('of 5 MB is stored', { timeout: 120_000 }, async () => {
    const paragraph = 'The tide table of the harbour was printed again, and nobody bought it.\n\n';
    const { code, stdout, stderr } = await onrecord(
      ['ingest', '-', '--json'],
      `“No ship came,” said Ana Roe.\n\n${paragraph.repeat(5_000_000 / paragraph.length)}`,
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'stored' });
  });

  it('that comes a second time is a duplicate', async () => {
    const folder = temporaryFolder();
    const first = await onrecord(['ingest', SAMPLE, '--json'], '', folder);
    const second = await onrecord(['ingest', SAMPLE, '--json'], '', folder);
    expect(JSON.parse(second.stdout)).toEqual({ ...JSON.parse(first.stdout), status: 'duplicate' });
  });

  it('that is bad does not keep the others out', async () => {
    const { code, stdout, stderr } = await onrecord(['ingest', 'missing.txt', SAMPLE, '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'stored' });
    expectOneSentence(stderr);
  });
});

describe('the data folder', () => {
  // Permissions do not bind root; the next case covers root with a file system that takes no files.
  it.skipIf(isRoot)('that can not be written to fails in one sentence', async () => {
    const folder = temporaryFolder();
    await chmod(folder, 0o500);
    const { code, stdout, stderr } = await onrecord(['ingest', SAMPLE], '', folder);
    expect([code, stdout]).toEqual([1, '']);
    expectOneSentence(stderr);
  });

  // /sys is Linux's own; elsewhere the case above stands for it.
  it.skipIf(process.platform !== 'linux')(
    'on a file system that takes no files fails in one sentence',
    async () => {
      const { code, stdout, stderr } = await onrecord(['ingest', SAMPLE], '', '/sys/onrecord');
      expect([code, stdout]).toEqual([1, '']);
      expectOneSentence(stderr);
    },
  );

  it('that can not be made fails in one sentence', async () => {
    const file = join(temporaryFolder(), 'file');
    await writeFile(file, '');
    const { code, stdout, stderr } = await onrecord(['ask', '/who-denied missile'], '', join(file, 'data'));
    expect([code, stdout]).toEqual([1, '']);
    expectOneSentence(stderr);
  });

  it('that holds another file for the store fails in one sentence, and leaves the file alone', async () => {
    const folder = temporaryFolder();
    await copyFile(SAMPLE, join(folder, 'onrecord.db'));
    const { code, stdout, stderr } = await onrecord(['ask', '/who-denied missile'], '', folder);
    expect([code, stdout]).toEqual([1, '']);
    expectOneSentence(stderr);
  });

  it('is shared by processes that write at once: nothing is lost, nothing is stored twice', async () => {
    const folder = temporaryFolder();
    const runs = await Promise.all(
      [1, 2, 3].map((run) =>
        onrecord(['ingest', SAMPLE, '-', '--json'], `“No,” said Ana Roe for the ${run}th time.`, folder),
      ),
    );
    expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(runs.map(() => [0, '']));
    const statuses = runs.flatMap(({ stdout }) =>
      stdout
        .trim()
        .split('\n')
        .map((line): unknown => JSON.parse(line).status),
    );
    expect(statuses.filter((status) => status === 'stored')).toHaveLength(4);
    expect(statuses.filter((status) => status === 'duplicate')).toHaveLength(2);
  });
});

describe('the process', () => {
  it('ends quietly when its reader has seen enough', async () => {
    const line = `${JSON.stringify({ id: 'a', text: '“No,” said Ana Roe.' })}\n`;
    const child = startProgram('cli.ts', ['extract', '--jsonl']);
    const closed = once(child, 'close');
    const stderr = child.stderr.toArray();
    child.stdin.on('error', () => {});
    child.stdin.end(line.repeat(20_000));
    await once(child.stdout, 'data');
    child.stdout.destroy();
    expect(await closed).toEqual([0, null]);
    expect(Buffer.concat(await stderr).toString()).toBe('');
  });

  it('tells settings that are wrong, all at once', async () => {
    const folder = temporaryFolder();
    await mkdir(join(folder, 'data'));
    const { code, stderr } = await runProgram('cli.ts', ['ask', '/who-denied missile'], {
      env: { ANSWER_MODE: 'poem', DISCORD_GUILD_ID: 'home', ONRECORD_DATA: join(folder, 'data') },
    });
    expect(code).toBe(1);
    expectOneSentence(stderr);
    expect(stderr).toMatch(/DISCORD_GUILD_ID .*ANSWER_MODE /u);
  });
});
