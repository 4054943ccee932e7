import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/run.ts';
import { VERBS } from '../../../src/cli/verbs.ts';
import { createLog } from '../../../src/log.ts';

async function run(args: readonly string[], stdin = '') {
  const printed: string[] = [];
  const warned: string[] = [];
  const code = await runCommandLine(args, {
    stdin: Readable.from([Buffer.from(stdin)]),
    print: async (text) => void printed.push(text),
    warn: (line) => warned.push(line),
    log: createLog({
      level: 'error',
      secrets: [],
      now: () => new Date(),
      write: (line) => warned.push(line),
    }),
    colour: false,
    width: 80,
  });
  return { code, printed: printed.join(''), warned };
}

describe('the command line', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('tells every verb for %j', async (args) => {
    const { code, printed } = await run(args);
    expect(code).toBe(0);
    for (const verb of VERBS) expect(printed).toContain(`${verb.name} ${verb.usage}`);
  });

  it.each(VERBS.map((verb) => verb.name))('tells every option of %s', async (name) => {
    const { code, printed } = await run([name, '--help']);
    expect(code).toBe(0);
    expect(printed).toContain('--json ');
  });

  it.each([
    [['extrct'], 'There is no verb extrct. Did you mean extract?'],
    [
      ['sing'],
      'There is no verb sing. Try one of: ask, brief, verify, ingest, extract, reextract, article, feed.',
    ],
    [['ask', '/who-denied x', '--jso'], 'onrecord ask has no option --jso. Did you mean --json?'],
    [['ask', '-x'], 'onrecord ask has no option -x. See onrecord ask --help.'],
    [['extract', '--published'], 'Give --published a value: see onrecord extract --help.'],
    [['extract', 'a', 'b'], 'Give one file, or lines of many articles with --jsonl.'],
    [['article', 'forget', '--db', ':memory:'], 'Name the article by its id: onrecord article forget ID.'],
    [['article', 'forget', 'a_x', '--db', ':memory:'], 'No article has the id a_x in the workspace local.'],
    [['verify'], 'Name one file that ask --json wrote, or - for standard input.'],
    [['verify', '-'], 'This is no JSON; give the file that onrecord ask --json wrote.'],
    [['brief', '--language', 'es'], '--language takes en, de, fr; not “es”.'],
    [['feed'], expect.stringContaining('Say what to do: onrecord feed parse|add|list')],
    [['feed', 'lst'], 'There is no onrecord feed lst. Did you mean list?'],
    [['feed', 'add', '--db', ':memory:'], 'Name one address.'],
    [['feed', 'add', 'x', '--hours', 'many', '--db', ':memory:'], 'Give --hours a number from 0 to 8784.'],
    [['feed', 'pause', 'f_x', '--db', ':memory:'], expect.stringContaining('No feed f_x is followed')],
    [['feed', 'import', '-', '--db', ':memory:'], expect.stringContaining('no OPML file')],
    [['ingest'], 'Name the files, folders or web addresses to store, or - for standard input.'],
    [['ingest', '-', '--workspace', '../x'], expect.stringContaining('Name the workspace with')],
    [['ingest', '-', '--db', 'mysql://x/y'], expect.stringContaining('by the path of its file')],
    [['ask', '/who-denid missile'], 'There is no command /who-denid. Did you mean /who-denied?'],
    [['ask', '/who-denied'], expect.stringContaining('Give the topic too')],
    [['extract', 'no/such/file.txt'], 'The file no/such/file.txt does not exist: check the path.'],
    [['extract', 'src'], 'The file src is a folder: name a file in it.'],
    [['extract', 'https://harbour.example/a'], expect.stringContaining('is a web address')],
    [['article', 'https://me:secret@harbour.example/a'], expect.stringContaining('name or password')],
    [['extract', '-'], 'The text holds no text: give the words of an article.'],
  ])('tells in one line what is wrong with %j', async (args, message) => {
    expect(await run(args)).toEqual({ code: 2, printed: '', warned: [message] });
  });
});

describe('onrecord article', () => {
  it('tells an article as it would be stored', async () => {
    const text = '---\ntitle: T\noutlet: O\nauthor: B\n---\n date 2031-03-04 “No,” she said.\r\n';
    const { code, printed } = await run(
      ['article', '-', '--url', 'https://harbour.example/a', '--json'],
      text,
    );
    expect(code).toBe(0);
    expect(JSON.parse(printed)).toEqual({
      title: 'T',
      outlet: 'O',
      byline: 'B',
      publishedAt: '2031-03-04',
      modifiedAt: null,
      language: null,
      url: 'https://harbour.example/a',
      text: '“No,” she said.',
    });
  });

  it('reads lines that name files, in order, past those that fail', async () => {
    const lines = [
      '{"id":1,"file":"src/demo/01-first-report.md"}',
      '{"id":2,"file":"src/demo/none.md"}',
      '{"id":3}',
      '{"id":4,"file":"src/demo/02-ordan-denies.md","url":"https://harbour.example/b"}',
    ];
    const { code, printed, warned } = await run(['article', '--jsonl'], lines.join('\n'));
    const told = printed.trim().split('\n');
    expect(told.map((line) => JSON.parse(line))).toMatchObject([
      { id: 1, outlet: 'Meridian Wire' },
      { id: 2, error: expect.stringContaining('does not exist') },
      { id: 3, error: 'Line 3 names no file and no url.' },
      { id: 4, url: 'https://harbour.example/b' },
    ]);
    expect(code).toBe(2);
    expect(warned).toHaveLength(2);
  });
});

describe('onrecord extract', () => {
  const GERMAN =
    'Der Minister sagte am Montag, dass kein Schiff den Hafen von Ordan verlassen habe. Die Werft bestritt das und verwies auf den Vertrag, der seit dem Frühjahr gilt.';

  it('looks for no quotes in a language that the grammar does not read, and says so', async () => {
    const { code, printed, warned } = await run(['extract', '-', '--json'], GERMAN);
    expect(JSON.parse(printed)).toMatchObject({ article: { language: 'de' }, quotes: [] });
    expect(warned).toEqual([
      expect.stringContaining('is in German, which the grammar extractor does not read'),
    ]);
    expect(code).toBe(0);
    expect((await run(['extract', '-'], GERMAN)).printed).toBe('');
    const lines = await run(['extract', '--jsonl'], JSON.stringify({ id: 1, text: GERMAN }));
    expect(JSON.parse(lines.printed)).toEqual({ id: 1, quotes: [], language: 'de' });
    expect(lines.warned).toEqual([expect.stringMatching(/^Line 1: .*German/u)]);
  });

  it('answers a stream line by line, in order', async () => {
    const lines = ['{"id":"a","text":"No."}', 'nonsense', '{"id":"c","text":"  ","published":"yesterday"}'];
    const { code, printed, warned } = await run(['extract', '--jsonl'], lines.join('\n'));
    const told = printed.trim().split('\n');
    expect(told.map((line) => JSON.parse(line))).toEqual([
      { id: 'a', quotes: [] },
      { id: null, quotes: [], error: 'Line 2 is no JSON object.' },
      { id: 'c', quotes: [], error: expect.stringContaining('"yesterday"') },
    ]);
    expect(code).toBe(2);
    expect(warned).toHaveLength(2);
  });

  it('tells what is new in the language that is asked for', async () => {
    const { printed } = await run(['brief', '--language', 'de', '--topics', 'ferry', '--db', ':memory:']);
    expect(printed).toContain('Für diesen Zeitraum ist nichts Neues belegt, zu „ferry“.');
  });
});
