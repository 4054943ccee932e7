import { mkdir, readdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/run.ts';
import { createLog } from '../../../src/log.ts';
import { temporaryFolder } from '../../support/run-program.ts';

let folder = '';
let database = '';
beforeEach(() => {
  folder = temporaryFolder();
  database = join(temporaryFolder(), 'store.db');
});

async function ingest(...args: readonly string[]) {
  const printed: string[] = [];
  const warned: string[] = [];
  const code = await runCommandLine(['ingest', ...args, '--db', database], {
    stdin: Readable.from([Buffer.from('“No,” said Ana Roe, the mayor.')]),
    print: async (text) => void printed.push(text),
    warn: (line) => warned.push(line),
    log: createLog({ level: 'error', secrets: [], now: () => new Date(), write: () => {} }),
    colour: false,
    width: 80,
  });
  const lines = printed.join('').split('\n').slice(0, -1);
  return {
    code,
    lines: lines.map((line) => line.replaceAll(folder, 'F')),
    warned: warned.map((line) => line.replaceAll(folder, 'F')),
  };
}

const statement = (words: string): string => `“${words},” said Ana Roe on Monday.`;
const write = async (name: string, content: string | Uint8Array): Promise<void> =>
  writeFile(join(folder, name), content);
const archive = (...lines: readonly unknown[]): string =>
  lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');

describe('onrecord ingest of a folder', () => {
  it('stores what is in it and below, in order, and sums up', async () => {
    await mkdir(join(folder, 'b/.hidden'), { recursive: true });
    await mkdir(join(folder, 'c'));
    await write('b/2.txt', statement('Two'));
    await write('a.md', `# One\n\n${statement('One')}`);
    await write('b/.hidden/x.txt', statement('Hidden'));
    await write('b/.y.txt', statement('Hidden too'));
    await write(
      'b/1.html.gz',
      gzipSync(
        `<html><h1>Zero</h1><p>${statement('The harbour stays as it is, and so do the ferries of Linholm')}</p></html>`,
      ),
    );
    await write('c/empty.txt', '');
    await write('c/pier.png', 'x');
    await write('c/notes', 'x');
    await symlink('..', join(folder, 'c/circle'));
    await symlink('../a.md', join(folder, 'c/same.md'));
    const { code, lines, warned } = await ingest(folder);
    expect(code).toBe(2);
    expect(lines).toEqual([
      'F/a.md: “One” is stored. It holds 1 quote.',
      'F/b/1.html.gz: “Zero” is stored. It holds 1 quote.',
      'F/b/2.txt: The article is stored. It holds 1 quote.',
      expect.stringMatching(/^F\/c\/same\.md: .* was stored before/u),
      '3 articles stored with 3 quotes; 1 stored before; 1 not stored, as told above; 2 files of other formats passed over (no extension 1, .png 1).',
    ]);
    expect(warned).toEqual([
      'F/c/empty.txt: The file empty.txt holds no text: give the words of an article.',
    ]);
  });

  it('tells each article as a line of JSON, and the sums on standard error', async () => {
    await write('1.txt', statement('One'));
    await write('2.jsonl', archive({ text: statement('Two') }));
    const { code, lines, warned } = await ingest(folder, '--json');
    expect(code).toBe(0);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { file: 'F/1.txt', articleId: expect.any(String), status: 'stored', quotes: 1 },
      { file: 'F/2.jsonl', line: 1, articleId: expect.any(String), status: 'stored', quotes: 1 },
    ]);
    expect(warned).toEqual(['2 articles stored with 2 quotes.']);
  });

  it('with --quiet tells only what went wrong, and the sums', async () => {
    await write('1.txt', statement('One'));
    await write('2.txt', ' ');
    const { lines, warned } = await ingest(folder, '--quiet');
    expect(lines).toEqual(['1 article stored with 1 quote; 1 not stored, as told above.']);
    expect(warned).toHaveLength(1);
  });

  it('reads a file again only after it has changed', async () => {
    await write('1.txt', statement('One'));
    await write('2.txt', statement('Two'));
    await ingest(folder, '--quiet');
    const past = new Date('2031-01-02T03:04:05Z');
    await utimes(join(folder, '1.txt'), past, past);
    // Had it been read, its new words would have been found: its size and time are those of the old ones.
    await ingest(folder, '--quiet');
    await write('1.txt', statement('Six'));
    await utimes(join(folder, '1.txt'), past, past);
    expect((await ingest(folder)).lines.at(-1)).toBe('Nothing new was stored; 2 stored before.');
    await write('1.txt', statement('Sixty'));
    expect((await ingest(folder)).lines.at(-1)).toBe('1 article stored with 1 quote; 1 stored before.');
  });

  it('is told where there is nothing in it', async () => {
    expect(await ingest(folder)).toEqual({ code: 0, lines: ['Nothing new was stored.'], warned: [] });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('onrecord ingest of an archive', () => {
  const LINES = [
    {
      url: 'https://harbour.example/1',
      title: 'Pier',
      outlet: 'Harbour Post',
      published: '2031-03-04',
      text: statement('One'),
    },
    'nonsense',
    { title: 'Without text' },
    { text: statement('Four'), published: 'next week' },
    { text: statement('Five'), title: null, section: 7 },
  ];

  it.each([
    ['press.jsonl', (text: string): Uint8Array => Buffer.from(text)],
    ['press.jsonl.gz', gzipSync],
  ])('stores each line of %s and tells the number of one that is wrong', async (name, pack) => {
    await write(name, pack(archive(...LINES)));
    const { code, lines, warned } = await ingest(join(folder, name));
    expect(code).toBe(2);
    expect(lines).toEqual([
      `F/${name}, line 1: “Pier” is stored. It holds 1 quote.`,
      `F/${name}, line 5: The article is stored. It holds 1 quote.`,
      '2 articles stored with 2 quotes; 3 not stored, as told above.',
    ]);
    expect(warned).toEqual([
      `F/${name}, line 2: Line 2 is no JSON object.`,
      expect.stringContaining(`F/${name}, line 3: Line 3 can't be used: text: `),
      expect.stringContaining(`F/${name}, line 4: The date "next week" can't be read`),
    ]);
  });

  it('stores what stands before the damage', async () => {
    const texts = Array.from({ length: 400 }, (_, number) => ({
      text: `${statement(`No ${number * 7919}`)} ${Math.sin(number)}`,
    }));
    const packed = gzipSync(archive(...texts));
    await write('cut.jsonl.gz', packed.subarray(0, packed.length / 2));
    const { code, lines, warned } = await ingest(join(folder, 'cut.jsonl.gz'), '--json');
    expect(code).toBe(2);
    expect(lines.length).toBeGreaterThan(50);
    expect(warned[0]).toBe(
      `F/cut.jsonl.gz: The archive F/cut.jsonl.gz can't be read: it is damaged behind line ${lines.length}.`,
    );
  });

  it('takes typed details before those of a line', async () => {
    await write('a.jsonl', archive(LINES[0]));
    expect((await ingest(join(folder, 'a.jsonl'), '--title', 'Typed')).lines[0]).toContain(
      '“Typed” is stored',
    );
  });

  it.each([
    ['no/such.jsonl', 'The file no/such.jsonl does not exist: check the path.'],
    ['no.jsonl.gz', "The archive no.jsonl.gz can't be read: it is no gzip file."],
  ])('tells in one line that %s is none', async (name, message) => {
    if (!name.includes('/')) await write(name, 'nonsense');
    const path = name.includes('/') ? name : join(folder, name);
    const { code, warned } = await ingest(path);
    expect(code).toBe(2);
    expect(warned.map((line) => line.replaceAll('F/', ''))).toEqual([`${name}: ${message}`]);
  });
});

describe('onrecord ingest of files', () => {
  it('tells each without its place, and no sums', async () => {
    await write('1.txt', statement('One'));
    const { lines } = await ingest(join(folder, '1.txt'), '-');
    expect(lines).toEqual([
      'The article is stored. It holds 1 quote.',
      'The article is stored. It holds 1 quote.',
    ]);
  });
});
