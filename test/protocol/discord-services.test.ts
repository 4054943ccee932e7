import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandDeps } from '../../commands/command.ts';
import { COMMANDS, GROUPS } from '../../commands/index.ts';
import { openServices, type Services } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { startDiscord, type RunningDiscord } from '../../src/discord/start.ts';
import { createLog } from '../../src/log.ts';
import { startFakeDiscord, type FakeDiscord } from '../support/discord/fake-discord.ts';
import { shownChoices, shownMessage, shownModal, textOf } from '../support/discord/shown.ts';
import { MANAGE_GUILD, person } from '../support/discord/people.ts';

/** The whole bot: real client, real commands, real store, real extractor. */

const editor = person('max', MANAGE_GUILD);
const ARTICLE = [
  'The Tarn government on Monday denied reports of a missile transfer.',
  '"We have sent no missiles to anyone," said Mara Eld, a Tarn government spokeswoman.',
].join(' ');

let discord: FakeDiscord;
let services: Services;
let bot: RunningDiscord;

beforeEach(async () => {
  discord = await startFakeDiscord();
  const log = createLog({
    level: 'error',
    secrets: [],
    now: () => new Date(),
    write: (line) => assert.fail(line),
  });
  services = await openServices({ config: readConfig({}), location: ':memory:', log });
  const { token, restApi, guildId } = discord;
  const { store } = services;
  const depsFor = (workspace: string): CommandDeps => services.depsFor(workspace);
  bot = await startDiscord({
    token,
    restApi,
    guildId,
    commands: COMMANDS,
    groups: GROUPS,
    depsFor,
    store,
    log,
  });
});

afterEach(async () => {
  await bot.stop();
  await services.close();
  await discord.stop();
  assert.deepEqual(discord.violations, []);
  assert.deepEqual(discord.refusals, []);
});

const ask = async (topic: string) => shownMessage(discord.runCommand(editor, 'who-denied', { topic }));

describe('the bot with its own store', () => {
  it('stores a pasted article and answers from it, with the passage behind Context', async () => {
    const modal = await shownModal(
      discord.runCommand(editor, 'ingest', { outlet: 'Harbour Post', published: '2024-09-10' }),
    );
    const stored = await shownMessage(discord.submit(editor, modal, { text: ARTICLE, title: 'Tarn denies' }));
    expect(textOf(stored)).toMatch(/^“Tarn denies” is stored\. It holds [1-9]/);
    const answer = await ask('missile transfer');
    expect(textOf(answer)).toContain('“We have sent no missiles to anyone”');
    expect(textOf(answer)).toContain('Mara Eld');
    const context = await shownMessage(discord.press(editor, answer, 'Context'));
    expect(textOf(context)).toContain('Mara Eld, a Tarn government spokeswoman');
    const speakers = await shownChoices(
      discord.complete(editor, 'who-denied', { speaker: 'Eld' }, 'speaker'),
    );
    expect(speakers.map((speaker) => speaker.value)).toEqual(['Mara Eld']);
  });

  it('stores an attached file, and says when it was stored before', async () => {
    const file = { name: 'tarn.md', bytes: new TextEncoder().encode(ARTICLE) };
    const first = await shownMessage(discord.runCommand(editor, 'ingest', { file }));
    expect(textOf(first)).toContain('is stored.');
    expect(textOf(await shownMessage(discord.runCommand(editor, 'ingest', { file })))).toContain(
      'was stored before',
    );
  });

  it('says plainly that nobody is on record, and that a topic or an article can not be used', async () => {
    expect(textOf(await ask('harbour fees'))).toContain('Try fewer words');
    expect(textOf(await ask('!!!'))).toMatch(/topic/i);
    const empty = { name: 'empty.txt', bytes: new Uint8Array() };
    expect(textOf(await shownMessage(discord.runCommand(editor, 'ingest', { file: empty })))).not.toContain(
      'went wrong',
    );
    const binary = { name: 'binary.txt', bytes: new Uint8Array(1000) };
    expect(textOf(await shownMessage(discord.runCommand(editor, 'ingest', { file: binary })))).not.toContain(
      'went wrong',
    );
  });

  it('answers from the sample articles, each quote a slice of its article', async () => {
    const workspace = `guild:${discord.guildId}`;
    await services.loadSamples(workspace);
    const answer = textOf(await ask('missile transfer'));
    expect(answer).toContain('Mirela Dastan');
    expect(answer).toContain('**DENIED**');
  });

  it('answers a question in free words, and shows how it was understood', async () => {
    await services.loadSamples(`guild:${discord.guildId}`);
    const question = 'Has anyone denied the missile transfer since 2025-03-01?';
    const answer = textOf(await shownMessage(discord.runCommand(editor, 'ask', { question })));
    expect(answer).toContain('Understood as\\: topic “missile transfer”, stance denied, from 1 March 2025');
    expect(answer).toContain('**DENIED**');
  });

  it.each([
    ['position', { speaker: 'Oskar Velt', topic: 'missile transfer' }, 'Changed position'],
    ['timeline', { topic: 'missile transfer' }, '**3 March 2025**'],
    ['contradictions', { topic: 'missile transfer' }, 'against what they said themselves'],
  ])('reports /%s, each quote with the passage it stands in', async (name, options, shown) => {
    await services.loadSamples(`guild:${discord.guildId}`);
    const report = await shownMessage(discord.runCommand(editor, name, options));
    expect(textOf(report)).toContain(shown);
    const context = await shownMessage(discord.press(editor, report, 'Context'));
    expect(textOf(context)).toMatch(/\*\*\S/);
  });

  it('shows one quote by the id that Context tells', async () => {
    await services.loadSamples(`guild:${discord.guildId}`);
    const context = textOf(
      await shownMessage(discord.press(editor, await ask('missile transfer'), 'Context')),
    );
    const id = /quote (q\\?_[a-z2-7]{16})/.exec(context)?.[1]?.replace('\\', '') ?? '';
    expect(textOf(await shownMessage(discord.runCommand(editor, 'quote', { id })))).toBe(context);
    const other = 'q_aaaaaaaaaaaaaaaa';
    expect(textOf(await shownMessage(discord.runCommand(editor, 'quote', { id: other })))).toContain(
      'is on file',
    );
  });

  it('tells who is silent, with the sentence that says so', async () => {
    await services.loadSamples(`guild:${discord.guildId}`);
    const report = await shownMessage(discord.runCommand(editor, 'silent', { topic: 'missile transfer' }));
    expect(textOf(report)).toContain('did not respond to a request for comment');
  });

  it('keeps the corpus of one server from another', async () => {
    await services.loadSamples('guild:123456789012345678');
    expect(textOf(await ask('missile transfer'))).toContain('Try fewer words');
  });
});
