import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../commands/index.ts';
import { StoreError } from '../../../src/errors.ts';
import { createLog } from '../../../src/log.ts';
import { runPrompt } from '../../../src/terminal/prompt.ts';
import { commandDeps } from '../../support/command-deps.ts';
import { storedQuote, tarnAnswer, tarnArticle } from '../../support/records/answers.ts';
import { temporaryFolder } from '../../support/run-program.ts';

const QUOTE = 'We have sent no missiles to anyone,';

const deps = commandDeps({
  async ask(question) {
    if (question.topic === 'bug') throw new TypeError('a secret of the program');
    if (question.topic === 'disk') throw new StoreError('The disk is full; free some space.');
    return { ...tarnAnswer, question };
  },
  ingest: async () => ({ articleId: 'a', status: 'stored', title: null, quotes: 2 }),
  findPassage: async (id) =>
    id === 'q1'
      ? { quote: storedQuote('q1', QUOTE), article: tarnArticle, span: [0, tarnArticle.text.length] }
      : null,
});

/** Types lines at a prompt, and gives back what it wrote and logged. */
async function type(lines: readonly string[], signal = new AbortController().signal) {
  const input = new PassThrough();
  const output = new PassThrough();
  const logged: string[] = [];
  const historyPath = join(temporaryFolder(), 'history');
  const log = createLog({
    level: 'info',
    secrets: [],
    now: () => new Date(),
    write: (line) => logged.push(line),
  });
  input.end(lines.map((line) => `${line}\n`).join(''));
  const openDeps = () => Promise.resolve(deps);
  await runPrompt({ commands: COMMANDS, openDeps, input, output, colour: false, historyPath, log }, signal);
  output.end();
  const written = Buffer.concat(await output.toArray()).toString();
  return { written, logged };
}

describe('the prompt', () => {
  it('answers slash commands until exit', async () => {
    const { written } = await type(['/who-denied missiles', 'exit', '/who-confirmed missiles']);
    expect(written).toContain('Who denied “missiles”');
    expect(written).not.toContain('Who confirmed');
  });

  it('shows where a quote of the last answer stands', async () => {
    const { written } = await type(['source 1', '/who-denied missiles', 'source 1', 'source 9']);
    expect(written).toContain(`»${QUOTE}«`);
    expect(written.match(/The last answer has no quote \[\d\]\./gu)).toEqual([
      'The last answer has no quote [1].',
      'The last answer has no quote [9].',
    ]);
  });

  it('tells every command and option on help', async () => {
    const { written } = await type(['help']);
    for (const command of COMMANDS) expect(written).toContain(`/${command.name}: `);
    expect(written).toContain('[speaker]');
  });

  it('goes on after an error, told in one line', async () => {
    const { written, logged } = await type([
      '/who-denid x',
      '/who-denied',
      '/who-denied disk',
      '',
      '/who-denied x',
    ]);
    expect(written).toContain('Did you mean /who-denied?');
    expect(written).toContain('Give the topic too');
    expect(written).toContain('The disk is full; free some space.');
    expect(written).toContain('Who denied “x”');
    expect(logged).toEqual([]);
  });

  it('tells a bug by its id and logs it whole under it', async () => {
    const { written, logged } = await type(['/who-denied bug']);
    const id = /error (?<id>[0-9a-f]{8})/u.exec(written)?.groups?.['id'];
    expect(written).not.toContain('secret');
    expect(logged.join('')).toContain(`"id":"${id}"`);
    expect(logged.join('')).toContain('a secret of the program');
  });

  it('ends when it is told to stop', async () => {
    const stopped = AbortSignal.abort();
    const { written } = await type(['/who-denied missiles'], stopped);
    expect(written).not.toContain('Who denied');
  });
});
