import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from '../../../commands/index.ts';
import type { Command } from '../../../commands/command.ts';
import { parseLine } from '../../../commands/line.ts';
import { InputError } from '../../../src/errors.ts';

const noFile = (path: string): Promise<File> => Promise.reject(new InputError(`no file ${path}`));
const parse = (line: string, commands = COMMANDS) => parseLine(line, commands, noFile);

async function complaint(line: string): Promise<string> {
  const error: unknown = await parse(line).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InputError);
  return error instanceof InputError ? error.userMessage : '';
}

describe('a typed command line', () => {
  it('gives the leading words to the first required option', async () => {
    const call = await parse('/who-denied missile transfer');
    expect(call.command.name).toBe('who-denied');
    expect(call.options).toEqual({ topic: 'missile transfer' });
  });

  it('reads named options, with or without leading words', async () => {
    const named = '/who-denied topic:missile transfer speaker:Kirby since:2024-09-01';
    const leading = '/who-denied  missile transfer   since: 2024-09-01 speaker:Kirby ';
    const expected = { topic: 'missile transfer', speaker: 'Kirby', since: '2024-09-01' };
    expect((await parse(named)).options).toEqual(expected);
    expect((await parse(leading)).options).toEqual(expected);
  });

  it('keeps quotation marks in a topic, where they make a phrase, and drops them around other values', async () => {
    const call = await parse('/who-said "speaker: unknown" -drone speaker:"Anna Lind"');
    expect(call.options).toEqual({ topic: '"speaker: unknown" -drone', speaker: 'Anna Lind' });
  });

  it('does not take a web address for an option', async () => {
    const call = await parse('/who-said https://example.org/story outlet:The 10:30 Post');
    expect(call.options).toEqual({ topic: 'https://example.org/story', outlet: 'The 10:30 Post' });
  });

  it('reads a stance and refuses one that does not exist', async () => {
    expect((await parse('/who-said missiles stance:warned')).options).toEqual({
      topic: 'missiles',
      stance: 'warned',
    });
    expect(await complaint('/who-said missiles stance:shouted')).toMatch(
      /^stance should be one of: denied, /,
    );
  });

  it('opens a file for a file option and takes pasted words where none is required', async () => {
    const opened = new File(['It rained.'], 'note.txt');
    const call = await parseLine('/ingest file:note.txt outlet:Post', COMMANDS, () =>
      Promise.resolve(opened),
    );
    expect(call.options).toEqual({ file: opened, outlet: 'Post' });
    expect((await parse('/ingest It rained, she said.')).options).toEqual({ text: 'It rained, she said.' });
  });

  it('reads numbers and yes or no where an option asks for them', async () => {
    const command = {
      name: 'list',
      description: 'List',
      options: z.strictObject({
        count: z.int().min(1).max(5).optional().describe('How many'),
        all: z.boolean().optional().describe('All of them'),
      }),
      access: 'everyone',
      visibility: 'public',
      example: '/list count:3',
      run: () => Promise.reject(new Error('not run')),
    } as const satisfies Command;
    expect((await parse('/list count:3 all:yes', [command])).options).toEqual({ count: 3, all: true });
    await expect(parse('/list count:9', [command])).rejects.toThrow(
      'count should be at most 5. Try /list count:3.',
    );
    await expect(parse('/list count:many', [command])).rejects.toThrow('count should be a number.');
  });
});

describe('a line that can not be used', () => {
  const ALL = COMMANDS.map(({ name }) => `/${name}`).join(', ');
  it.each([
    ['/who-dneied missiles', 'There is no command /who-dneied. Did you mean /who-denied?'],
    ['/xyz', `There is no command /xyz. Try one of: ${ALL}.`],
    ['   ', `Type a command. Try one of: ${ALL}.`],
    ['/who-denied', 'Give the topic too, as in /who-denied missile transfer.'],
    ['/who-denied topic:', 'Give topic a value, as in /who-denied missile transfer.'],
    ['/who-denied a topic:b', 'Give topic only once.'],
    ['/who-denied a speaker:', 'Give speaker a value, as in /who-denied missile transfer.'],
    [
      '/who-denied a include:x',
      'include should be one of: everything, unnamed, second-hand, neither. Try /who-denied missile transfer.',
    ],
    ['/ingest file:x outlet:y', 'no file x'],
    ['/ingest url:ftp://example.org text:x', 'url should be a web address that starts with https://.'],
  ])('%s → %s', async (line, sentence) => {
    expect(await complaint(line)).toBe(sentence);
  });

  it('offers the nearest option', async () => {
    expect(await complaint('/who-denied a speker:Kirby')).toBe(
      '/who-denied has no option speker. Did you mean speaker:? If it is part of the text, put that in quotation marks.',
    );
  });

  it('says how long a topic may be', async () => {
    expect(await complaint(`/who-denied ${'x'.repeat(201)}`)).toBe(
      'topic should be at most 200 characters long. Try /who-denied missile transfer.',
    );
  });
});
