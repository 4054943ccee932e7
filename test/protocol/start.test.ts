import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runProgram, startProgram, temporaryFolder } from '../support/run-program.ts';
import { person } from '../support/discord/people.ts';
import { shownMessage, startFakeDiscord, textOf, type FakeDiscord } from '../support/discord/fake-discord.ts';
import { SAMPLE_FOLDER } from '../../src/demo/sample-articles.ts';

const TOLD = z.object({
  groups: z.array(z.object({ stance: z.string(), quotes: z.array(z.object({ text: z.string() })) })),
});

let discord: FakeDiscord;

beforeEach(async () => {
  discord = await startFakeDiscord();
});

afterEach(() => discord.stop());

/** Starts the bot as npm start does; resolves once it serves. */
async function startBot(folder: string) {
  const bot = startProgram('main.ts', [], {
    cwd: folder,
    env: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.restApi,
      DISCORD_GUILD_ID: discord.guildId,
      ONRECORD_DATA: folder,
    },
  });
  let logged = '';
  await new Promise<void>((resolve, reject) => {
    bot.once('close', () => reject(new Error(logged)));
    bot.stderr.on('data', (chunk) => {
      logged += String(chunk);
      if (logged.includes('"serving Discord"')) resolve();
    });
  });
  return { bot, logged: () => logged };
}

describe('npm start with a token', () => {
  it('gives the answer of the command line as the reply to a slash command, and stops when told to', async () => {
    const folder = temporaryFolder();
    const env = { ONRECORD_DATA: folder };
    const workspace = ['--workspace', `guild:${discord.guildId}`];
    const article = `${SAMPLE_FOLDER}/02-ordan-denies.md`;
    await runProgram('cli.ts', ['ingest', article, ...workspace], { env });
    const asked = await runProgram('cli.ts', ['ask', '/who-denied missile', ...workspace, '--json'], { env });
    const answer = TOLD.parse(JSON.parse(asked.stdout));
    const { bot, logged } = await startBot(folder);
    const closed = once(bot, 'close');
    const reply = await shownMessage(discord.runCommand(person('ida'), 'who-denied', { topic: 'missile' }));
    const [denied] = answer.groups;
    expect(denied?.stance).toBe('denied');
    for (const quote of denied?.quotes ?? []) expect(textOf(reply)).toContain(quote.text);
    bot.kill('SIGTERM');
    expect(await closed).toEqual([0, null]);
    expect(discord.violations).toEqual([]);
    expect(logged()).not.toContain(discord.token);
  });

  it('fails in one sentence where Discord refuses the token', async () => {
    const { code, stdout, stderr } = await runProgram('main.ts', [], {
      env: {
        DISCORD_TOKEN: 'an-old-token-of-this-bot',
        DISCORD_API_URL: discord.restApi,
        ONRECORD_DATA: temporaryFolder(),
      },
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^The settings need a correction: DISCORD_TOKEN [^\n]+\.\n$/u);
  });

  it('fails in one sentence where Discord can not be reached', async () => {
    const { code, stdout, stderr } = await runProgram('main.ts', [], {
      env: {
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: 'http://127.0.0.1:9/api',
        ONRECORD_DATA: temporaryFolder(),
      },
    });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^Discord could not be reached[^\n]+\.\n$/u);
  });
});
