import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../commands/index.ts';
import { completeLine } from '../../../src/terminal/complete.ts';
import { commandDeps } from '../../support/command-deps.ts';

const deps = commandDeps({
  suggestSpeakers: async (typed) => [{ name: `${typed}ra Eld`, role: null }],
  suggestOutlets: async (typed) => [`${typed}bour Post`],
});

const complete = (line: string) => completeLine(line, { commands: COMMANDS, words: ['help', 'exit'], deps });

describe('completion', () => {
  it.each([
    ['/who-de', ['/who-denied ', '/who-declined '], '/who-de'],
    ['/who-', ['/who-denied ', '/who-confirmed ', '/who-declined ', '/who-said '], '/who-'],
    ['he', ['help'], 'he'],
    ['/who-denied missile sp', ['speaker:'], 'sp'],
    ['/who-denied speaker:Ma', ['speaker:Mara Eld '], 'speaker:Ma'],
    ['/who-denied missile speaker:Mara E', ['speaker:Mara Era Eld '], 'speaker:Mara E'],
    ['who-denied missile outlet:Har', ['outlet:Harbour Post '], 'outlet:Har'],
    ['/who-said missile stance:co', ['stance:confirmed ', 'stance:condemned '], 'stance:co'],
    ['/who-said missile stance:x', [], 'stance:x'],
    ['/nothing mis', [], '/nothing mis'],
  ])('of %j gives %j', async (line, completions, typed) => {
    expect(await complete(line)).toEqual([completions, typed]);
  });

  it('of nothing gives every command and word', async () => {
    const [completions] = await complete('');
    expect(completions).toHaveLength(COMMANDS.length + 2);
  });
});
