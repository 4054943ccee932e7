import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandDeps, Submission } from '../../commands/command.ts';
import { COMMANDS, GROUPS } from '../../commands/index.ts';
import { MESSAGE_MENUS } from '../../commands/message-menus.ts';
import { startDiscord, type DiscordOptions, type RunningDiscord } from '../../src/discord/start.ts';
import { InputError, StoreError } from '../../src/errors.ts';
import type { Answer, Question } from '../../src/records/answer.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { EPHEMERAL } from '../support/discord/message-rules.ts';
import { MANAGE_GUILD, person } from '../support/discord/people.ts';
import { commandDeps } from '../support/command-deps.ts';
import { startFakeDiscord, type FakeDiscord } from '../support/discord/fake-discord.ts';
import { firstMessage, shownChoices, shownMessage, shownModal, textOf } from '../support/discord/shown.ts';
import { answerOf, spanOf, storedQuote, tarnAnswer, tarnArticle } from '../support/records/answers.ts';

const reader = person('ida');
const editor = person('max', MANAGE_GUILD);
const RUN_AGAIN = 'This message is too old for its buttons. Run the command again.';

/** What one workspace was asked to do, and what it does. */
interface Desk {
  readonly asked: Question[];
  readonly submitted: Submission[];
  readonly workspaces: string[];
  readonly logged: string[];
  ask: (question: Question) => Promise<Answer>;
}

let discord: FakeDiscord;
let store: Store;
let desk: Desk;
let running: RunningDiscord[];
/** Refusals for reasons of state that a test brings about itself. */
let expectedRefusals: readonly number[];

beforeEach(async () => {
  discord = await startFakeDiscord();
  store = await openStore(':memory:', { now: () => new Date() });
  desk = { asked: [], submitted: [], workspaces: [], logged: [], ask: () => Promise.resolve(tarnAnswer) };
  running = [];
  expectedRefusals = [];
});

afterEach(async () => {
  for (const bot of running) await bot.stop();
  await discord.stop();
  await store.close();
  assert.deepEqual(discord.violations, []);
  assert.deepEqual(discord.refusals, expectedRefusals);
});

function depsFor(workspace: string): CommandDeps {
  desk.workspaces.push(workspace);
  return commandDeps({
    ask: (question) => {
      desk.asked.push(question);
      return desk.ask(question);
    },
    ingest: (submission) => {
      desk.submitted.push(submission);
      return Promise.resolve({
        articleId: 'a1',
        status: 'stored',
        title: submission.title ?? null,
        quotes: 3,
      });
    },
    findPassage: (quoteId) => {
      const quote = storedQuote(quoteId, 'We have sent no missiles to anyone,');
      const span = spanOf(tarnArticle.text, tarnArticle.text);
      return Promise.resolve(quoteId === 'gone' ? null : { quote, article: tarnArticle, span });
    },
    suggestSpeakers: (typed) =>
      Promise.resolve([
        { name: `${typed} Eld`, role: 'spokeswoman' },
        { name: 'x'.repeat(200), role: null },
      ]),
    listArticles: (title) =>
      Promise.resolve({
        articles: Array.from({ length: 30 }, (_, index) => ({
          id: `a${index}`,
          title: `${title ?? ''} **[x](https://e.com)** @everyone ${index}`,
          outlet: 'Post',
          publishedAt: '2025-07-01',
          storedAt: '2025-07-01T08:00:00.000Z',
          quotes: 2,
        })),
        total: 30,
      }),
    suggestOutlets: () => Promise.resolve(Array.from({ length: 40 }, (_, index) => `Outlet ${index}`)),
  });
}

async function start(changes: Partial<DiscordOptions> = {}): Promise<RunningDiscord> {
  const write = (event: string, facts = {}): void =>
    void desk.logged.push(`${event} ${JSON.stringify(facts)}`);
  const bot = await startDiscord({
    token: discord.token,
    restApi: discord.restApi,
    guildId: discord.guildId,
    commands: COMMANDS,
    menus: MESSAGE_MENUS,
    groups: GROUPS,
    depsFor,
    store,
    log: {
      debug: write,
      info: write,
      warn: write,
      error: (event, { error, ...facts } = {}) => write(`${event} ${String(error)}`, facts),
    },
    ...changes,
  });
  running.push(bot);
  return bot;
}

const manyQuotes = (count: number): Answer =>
  answerOf(
    Array.from({ length: count }, (_, index) => storedQuote(`q${index}`, `Statement number ${index}`)),
  );

describe('logging in', () => {
  it('asks for no intent but servers', async () => {
    await start();
    expect(discord.gateway.intents).toEqual([1]);
  });

  it('registers the commands once, and again only when they changed', async () => {
    await (await start()).stop();
    await (await start()).stop();
    expect(discord.registrations()).toBe(1);
    await start({ commands: COMMANDS.slice(1) });
    expect(discord.registrations()).toBe(2);
    const firstWords = COMMANDS.slice(1).map((command) => command.name.split(' ')[0]);
    expect(discord.commands().map((command) => command.name)).toEqual([
      ...new Set(firstWords),
      ...MESSAGE_MENUS.map(({ name }) => name),
    ]);
  });

  it('registers commands of two words as subcommands of one', async () => {
    await start();
    expect(discord.commands().find(({ name }) => name === 'article')).toMatchObject({
      description: 'The articles on file',
      options: [
        { type: 1, name: 'list' },
        { type: 1, name: 'show' },
        { type: 1, name: 'forget' },
      ],
    });
  });

  it('registers for all servers when it is given none', async () => {
    await start({ guildId: undefined });
    expect(discord.commands({ guildId: null }).map((command) => command.name)).toContain('who-denied');
  });

  it('says plainly that the token is not accepted', async () => {
    await expect(start({ token: 'wrong' })).rejects.toThrow('DISCORD_TOKEN is not accepted by Discord');
  });
});

describe('a start that fails', () => {
  it('says plainly that Discord can not be reached', async () => {
    const body = { code: 0, message: 'blocked' };
    discord.failNext({ method: 'GET', path: /gateway/, status: 403, body });
    await expect(start()).rejects.toThrow('Discord could not be reached.');
  });
});

describe('a listing', () => {
  it('turns its pages, escapes what it lists, and is for the person alone', async () => {
    await start();
    const message = await shownMessage(discord.runCommand(reader, 'article list', { title: 'rain' }));
    expect(message.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(message)).toContain('\\*\\*\\[x\\]\\(https\\:\\/\\/e.com\\)\\*\\* \\@everyone 0');
    const next = await shownMessage(discord.press(reader, message, 'Next'));
    expect(textOf(next)).toContain('everyone 8');
  });

  it('tells the help of commands as they are declared', async () => {
    await start();
    const message = await shownMessage(discord.runCommand(reader, 'help', { command: 'article list' }));
    expect(textOf(message)).toContain('Words of the headline');
  });
});

describe('a question', () => {
  it('is answered with the quotes, in public', async () => {
    await start();
    const message = await shownMessage(
      discord.runCommand(reader, 'who-denied', { topic: 'missiles', speaker: 'Eld', since: '2024-09-01' }),
    );
    expect(desk.asked).toEqual([
      { topic: 'missiles', stance: 'denied', speaker: 'Eld', since: '2024-09-01' },
    ]);
    expect(textOf(message)).toContain('“We have sent no missiles to anyone,”');
    expect(message.flags & EPHEMERAL).toBe(0);
    expect(desk.workspaces).toEqual([`guild:${discord.guildId}`]);
  });

  it.each([
    ['who-confirmed', {}, 'confirmed'],
    ['who-said', {}, null],
    ['who-said', { stance: 'warned' }, 'warned'],
  ])('/%s %j asks for %s', async (name, options, stance) => {
    await start();
    await shownMessage(discord.runCommand(reader, name, { topic: 'missiles', ...options }));
    expect(desk.asked[0]?.stance).toBe(stance);
  });

  it('is answered from a corpus of their own in direct messages', async () => {
    await start({ guildId: undefined });
    await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'missiles' }, { guildId: null }));
    expect(desk.workspaces).toEqual([`user:${reader.id}`]);
  });

  it('is acknowledged at once, however slow the answer is', async () => {
    await start();
    const { promise, resolve } = Promise.withResolvers<Answer>();
    desk.ask = () => promise;
    const interaction = discord.runCommand(reader, 'who-denied', { topic: 'missiles' });
    await expect.poll(interaction.acknowledgedAfter).not.toBeNull();
    discord.advance(14 * 60_000);
    resolve(tarnAnswer);
    expect(textOf(await shownMessage(interaction))).toContain('Mara Eld');
  });

  it('shows hostile text as it stands', async () => {
    await start();
    const words = '@everyone <@1> [x](https://evil.example) **b** # h \u202Ereversed';
    desk.ask = (question) => Promise.resolve({ ...answerOf([storedQuote('q', words)]), question });
    const text = textOf(await shownMessage(discord.runCommand(reader, 'who-denied', { topic: words })));
    expect(text).toContain(
      '“\\@everyone \\<\\@1\\> \\[x\\]\\(https\\:\\/\\/evil.example\\) \\*\\*b\\*\\* \\# h \uFFFDreversed”',
    );
  });

  it('completes speakers and outlets while a person types', async () => {
    await start();
    const speakers = await shownChoices(
      discord.complete(reader, 'who-denied', { topic: 'x', speaker: 'Ma' }),
    );
    expect(speakers).toEqual([{ name: 'Ma Eld (spokeswoman)', value: 'Ma Eld' }]);
    expect(await shownChoices(discord.complete(reader, 'who-said', { outlet: '' }))).toHaveLength(25);
  });
});

describe('sharing', () => {
  it('posts for all what one person was shown alone, with their name and pinging nobody', async () => {
    await start();
    const message = await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'missiles' }));
    const trickster = person('@everyone [free](https://evil.example)');
    const context = await shownMessage(discord.press(trickster, message, 'Context'));
    const shared = await shownMessage(discord.press(trickster, context, 'Share'));
    expect(shared.flags & EPHEMERAL).toBe(0);
    expect(textOf(shared)).toContain('Shared by \\@everyone \\[free\\]\\(https\\:\\/\\/evil.example\\)');
    expect(textOf(shared)).toContain('"**We have sent no missiles to anyone,**" said Mara Eld');
    expect(shared.id).not.toBe(context.id);
    expect(() => discord.press(trickster, shared, 'Share')).toThrow('no button Share');
  });

  it('is not offered where all see the answer, nor in direct messages', async () => {
    await start({ guildId: undefined });
    const options = { topic: 'missiles' };
    const message = await shownMessage(discord.runCommand(reader, 'who-denied', options));
    expect(() => discord.press(reader, message, 'Share')).toThrow('no button Share');
    const place = { guildId: null };
    const direct = await shownMessage(discord.runCommand(reader, 'who-denied', options, place));
    const context = await shownMessage(discord.press(reader, direct, 'Context', place));
    expect(() => discord.press(reader, context, 'Share', place)).toThrow('no button Share');
  });
});

describe('work that takes long', () => {
  it('is told line by line until the answer is there', async () => {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    let tell: (line: string) => void = () => undefined;
    await start({
      progressAfterMs: 1,
      depsFor: (workspace, caller) => {
        tell = caller?.tell ?? tell;
        return { ...depsFor(workspace), ask: () => promise };
      },
    });
    const asked = discord.runCommand(reader, 'who-denied', { topic: 'missiles' });
    const message = await firstMessage(asked);
    expect(textOf(message)).toBe('Still working on it …');
    tell('reading 3 of 12 articles @here …');
    await expect.poll(() => textOf(message)).toBe('reading 3 of 12 articles \\@here …');
    resolve(tarnAnswer);
    await expect.poll(() => textOf(message)).toContain('We have sent no missiles to anyone');
  });

  it('still ends in a problem for the person alone', async () => {
    const { promise, reject } = Promise.withResolvers<Answer>();
    await start({
      progressAfterMs: 1,
      depsFor: (workspace) => ({ ...depsFor(workspace), ask: () => promise }),
    });
    const asked = discord.runCommand(reader, 'who-denied', { topic: 'missiles' });
    await firstMessage(asked);
    const before = discord.requests.length;
    reject(new StoreError('The disk is full. Make room and ask again.'));
    await expect
      .poll(() => discord.requests.slice(before).map((request) => request.split(' ')[0]))
      .toEqual(['DELETE', 'POST']);
  });
});

describe('what goes wrong', () => {
  it('is told to the person alone, in the sentence that is meant for them', async () => {
    await start();
    desk.ask = () => Promise.reject(new StoreError('The disk is full. Free some space.'));
    const message = await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'missiles' }));
    expect(textOf(message)).toBe('The disk is full. Free some space.');
    expect(message.flags & EPHEMERAL).toBe(EPHEMERAL);
  });

  it('is an id and no more when it is a bug, which is logged whole', async () => {
    await start();
    desk.ask = () => Promise.reject(new Error('secret detail'));
    const interaction = discord.runCommand(reader, 'who-denied', { topic: 'missiles' });
    expect(textOf(await shownMessage(interaction))).toBe(
      `Something went wrong here. It is written down under ${interaction.id}; name that number when you report it.`,
    );
    expect(desk.logged.join('\n')).toContain(`a bug Error: secret detail {"id":"${interaction.id}"}`);
  });

  it('tells which option to mend', async () => {
    await start();
    const interaction = discord.runCommand(reader, 'who-denied', { topic: 'missiles', since: '2024-13-01' });
    expect(textOf(await shownMessage(interaction))).toBe(
      'since should be a day such as 2024\\-09\\-01, or words such as last Monday.',
    );
    expect(desk.asked).toEqual([]);
  });

  it('is an empty list while typing', async () => {
    await start({
      depsFor: (workspace) => ({
        ...depsFor(workspace),
        suggestSpeakers: () => Promise.reject(new InputError('no')),
      }),
    });
    expect(await shownChoices(discord.complete(reader, 'who-denied', { speaker: 'x' }))).toEqual([]);
  });
});

describe('/ingest', () => {
  it('asks for the text in a form, filled in with what was typed, and stores it', async () => {
    await start();
    const modal = await shownModal(discord.runCommand(editor, 'ingest', { outlet: 'Harbour Post' }));
    expect(modal.title).toBe('/ingest');
    const message = await shownMessage(
      discord.submit(editor, modal, { text: 'It rained, she said.', title: 'R*in' }),
    );
    expect(textOf(message)).toBe('“R\\*in” is stored. It holds 3 quotes.');
    expect(desk.submitted).toEqual([
      {
        bytes: new TextEncoder().encode('It rained, she said.'),
        fileName: null,
        title: 'R*in',
        outlet: 'Harbour Post',
      },
    ]);
  });

  it('asks for nothing more where it got an address', async () => {
    await start();
    await shownMessage(discord.runCommand(editor, 'ingest', { url: 'https://harbour.example/rain' }));
    expect(desk.submitted).toEqual([{ bytes: null, fileName: null, url: 'https://harbour.example/rain' }]);
  });

  it('stores a file that is attached', async () => {
    await start();
    const bytes = new TextEncoder().encode('# Rain\n\nIt rained.');
    await shownMessage(
      discord.runCommand(editor, 'ingest', { file: { name: 'rain.md', bytes }, published: '2024-09-10' }),
    );
    expect(desk.submitted).toEqual([{ bytes, fileName: 'rain.md', published: '2024-09-10' }]);
  });

  it('refuses a file above 10 MB', async () => {
    await start();
    const file = { name: 'large.txt', bytes: new Uint8Array(10_000_001) };
    const message = await shownMessage(discord.runCommand(editor, 'ingest', { file }));
    expect(textOf(message)).toBe('The file is larger than 10 MB. Attach a smaller one.');
  });

  it('is for managers, whatever the server says', async () => {
    await start();
    expect(discord.commands().find((command) => command.name === 'ingest')).toMatchObject({
      default_member_permissions: '32',
    });
    const message = await shownMessage(discord.runCommand(reader, 'ingest', {}));
    expect(textOf(message)).toBe('\\/ingest is for those who may manage this server \\(Manage Server\\).');
    const modal = await shownModal(discord.runCommand(editor, 'ingest', {}));
    const submitted = await shownMessage(discord.submit(reader, modal, { text: 'x' }));
    expect(textOf(submitted)).toContain('Manage Server');
    expect(desk.submitted).toEqual([]);
  });
});

describe('buttons', () => {
  it('turn the pages of a long answer in its place, also after a restart', async () => {
    const bot = await start();
    desk.ask = () => Promise.resolve(manyQuotes(20));
    const message = await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'missiles' }));
    expect(textOf(message)).toContain('Statement number 0');
    await bot.stop();
    await start();
    const turned = await shownMessage(discord.press(reader, message, 'Next'));
    expect(turned.id).toBe(message.id);
    expect(textOf(turned)).toContain('Statement number 8');
    expect(textOf(await shownMessage(discord.press(reader, turned, 'Previous')))).toContain(
      'Statement number 0',
    );
    expect(desk.asked).toHaveLength(1);
  });

  it('turn pages only for the person who asked', async () => {
    await start();
    desk.ask = () => Promise.resolve(manyQuotes(20));
    const message = await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'missiles' }));
    const told = await shownMessage(discord.press(editor, message, 'Next'));
    expect(textOf(told)).toBe(
      'Only the person who asked can turn these pages. Run the command to get your own.',
    );
    expect(told.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(message)).toContain('Statement number 0');
  });

  it('show where a quote stands to whoever wants to know, and to them alone', async () => {
    await start();
    const message = await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'missiles' }));
    const context = await shownMessage(discord.press(editor, message, 'Context'));
    expect(textOf(context)).toContain('"**We have sent no missiles to anyone,**" said Mara Eld');
    expect(context.flags & EPHEMERAL).toBe(EPHEMERAL);
  });

  it('turn the pages of a long passage for the person it was shown to', async () => {
    const text = `We have sent no missiles to anyone, ${'and so on '.repeat(500)}`;
    await start({
      depsFor: (workspace) => ({
        ...depsFor(workspace),
        findPassage: () =>
          Promise.resolve({
            quote: storedQuote('q1', text),
            article: { ...tarnArticle, text },
            span: [0, text.length],
          }),
      }),
    });
    const message = await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'missiles' }));
    const context = await shownMessage(discord.press(editor, message, 'Context'));
    const turned = await shownMessage(discord.press(editor, context, 'Next'));
    expect(textOf(turned)).toContain('Page 2 of');
  });

  it('say plainly that they are too old, or that a quote is gone', async () => {
    await start();
    desk.ask = () => Promise.resolve(answerOf([storedQuote('gone', 'x')]));
    const message = await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'missiles' }));
    expect(textOf(await shownMessage(discord.press(reader, message, 'Context')))).toBe(
      'This quote is not on file any more. Run the command again.',
    );
    const old = { type: 1, components: [{ type: 2, style: 2, label: 'Old', custom_id: 'v0|page|x' }] };
    const ancient = { ...message, body: { components: [old] } };
    expect(textOf(await shownMessage(discord.press(reader, ancient, 'Old')))).toBe(RUN_AGAIN);
    // A message of another server: its state is not this workspace's.
    const elsewhere = discord.press(reader, message, 'Context', { guildId: '123456789012345678' });
    expect(textOf(await shownMessage(elsewhere))).toBe(RUN_AGAIN);
  });
});

describe('Discord on a bad day', () => {
  it('carries a callback out and answers 500: the person is still answered, once', async () => {
    await start();
    discord.failNext({ method: 'POST', path: /callback$/, status: 500, applied: true });
    expectedRefusals = [40060];
    const message = await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'missiles' }));
    expect(textOf(message)).toContain('Mara Eld');
    expect(message.edits).toBe(1);
  });

  it('lets one of two processes answer', async () => {
    await start();
    await start();
    expectedRefusals = [40060];
    const message = await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'missiles' }));
    await expect.poll(() => desk.logged.join('\n')).toContain('another process answers');
    expect(message.edits).toBe(1);
    expect(desk.asked).toHaveLength(1);
  });

  it('is gone when the token has expired, and the log says so', async () => {
    await start();
    const { promise, resolve } = Promise.withResolvers<Answer>();
    desk.ask = () => promise;
    const interaction = discord.runCommand(reader, 'who-denied', { topic: 'missiles' });
    await expect.poll(interaction.acknowledgedAfter).not.toBeNull();
    discord.advance(16 * 60_000);
    resolve(tarnAnswer);
    await expect.poll(() => desk.logged.join('\n')).toContain('an answer came too late for Discord');
    expectedRefusals = [50027];
    desk.ask = () => Promise.resolve(tarnAnswer);
    expect(textOf(await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'x' })))).toContain(
      'Mara',
    );
  });

  it('hands an interaction over too late: nothing is done, and the log says so', async () => {
    await start();
    discord.failNext({
      method: 'POST',
      path: /callback$/,
      status: 404,
      body: { code: 10062, message: 'Unknown interaction' },
    });
    discord.runCommand(reader, 'who-denied', { topic: 'missiles' });
    await expect.poll(() => desk.logged.join('\n')).toContain('an answer came too late for Discord');
    expect(desk.asked).toEqual([]);
  });

  it.each([
    ['one route', {}],
    ['everything', { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' }],
  ])('asks to wait with %s: the answer comes after the time its header tells', async (_what, headers) => {
    await start();
    const body = {
      message: 'You are being rate limited.',
      retry_after: 9000,
      global: 'X-RateLimit-Global' in headers,
    };
    discord.failNext({
      method: 'PATCH',
      path: /@original$/,
      status: 429,
      headers: { 'Retry-After': '0.2', ...headers },
      body,
    });
    const message = await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'missiles' }));
    expect(textOf(message)).toContain('Mara Eld');
    expect(discord.requests.filter((request) => /^PATCH .*@original$/.test(request))).toHaveLength(2);
  });

  it('drops the connection while an answer is under way: the answer arrives, and later questions too', async () => {
    await start();
    const { promise, resolve } = Promise.withResolvers<Answer>();
    desk.ask = () => promise;
    const interaction = discord.runCommand(reader, 'who-denied', { topic: 'missiles' });
    await expect.poll(interaction.acknowledgedAfter).not.toBeNull();
    discord.gateway.drop(4000);
    await expect.poll(discord.gateway.resumes, { timeout: 10_000 }).toBe(1);
    resolve(tarnAnswer);
    expect(textOf(await shownMessage(interaction))).toContain('Mara Eld');
    expect(textOf(await shownMessage(discord.runCommand(reader, 'who-denied', { topic: 'x' })))).toContain(
      'Mara',
    );
  });
});

describe('stopping', () => {
  it('finishes what is under way and takes nothing new', async () => {
    const bot = await start();
    const { promise, resolve } = Promise.withResolvers<Answer>();
    desk.ask = () => promise;
    const first = discord.runCommand(reader, 'who-denied', { topic: 'missiles' });
    await expect.poll(first.acknowledgedAfter).not.toBeNull();
    const stopped = bot.stop();
    discord.runCommand(reader, 'who-denied', { topic: 'another' });
    resolve(tarnAnswer);
    expect(textOf(await shownMessage(first))).toContain('Mara Eld');
    await stopped;
    expect(desk.asked).toHaveLength(1);
    expect(discord.gateway.connected()).toBe(0);
  });
});
