import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTellOperators } from '../../src/discord/tell-operators.ts';
import { createWatchRunner } from '../../src/watch-services.ts';
import { createLog } from '../../src/log.ts';
import { CHANNELS } from '../support/discord/channels.ts';
import type { FakeDiscord } from '../support/discord/fake-discord.ts';
import { MANAGE_GUILD, person } from '../support/discord/people.ts';
import { shownChoices, shownMessage, shownModal, textOf as markdownOf } from '../support/discord/shown.ts';
import { startWholeBot, type WholeBot } from '../support/discord/whole-bot.ts';

/** Watches through the whole bot: set up, told in direct messages and in a channel, stopped. */

const editor = person('max', MANAGE_GUILD);
const reader = person('ida');
const TODAY = new Date().toISOString().slice(0, 10);

let discord: FakeDiscord;
let bot: WholeBot;
let look: () => Promise<void>;

beforeEach(async () => {
  bot = await startWholeBot();
  ({ discord } = bot);
  const { messenger, services } = bot;
  const log = createLog({
    level: 'error',
    secrets: [],
    now: () => new Date(),
    write: (line) => assert.fail(line),
  });
  const { store } = services;
  const tellOperators = createTellOperators({ store, messenger, log });
  const run = createWatchRunner({ store, messenger, tellOperators, log, now: () => new Date() });
  look = () => run(new AbortController().signal);
});

afterEach(async () => {
  await bot.stop();
  assert.deepEqual(discord.violations, []);
});

/** What a message says, without what keeps it from being formatted. */
const textOf = (message: Parameters<typeof markdownOf>[0]): string =>
  markdownOf(message).replaceAll('\\', '');
const wordsIn = (channelId: string): string => discord.channels.messagesIn(channelId).map(textOf).join('\n');
const publish = async (words: string, published = TODAY): Promise<void> => {
  const modal = await shownModal(discord.runCommand(editor, 'ingest', { outlet: 'Harbour Post', published }));
  await shownMessage(discord.submit(editor, modal, { text: words }));
};
const add = async (who: typeof editor, typed: Readonly<Record<string, string>>): Promise<string> =>
  textOf(await shownMessage(discord.runCommand(who, 'watch add', typed)));

describe('watches on Discord', () => {
  it('tell in direct messages of each new quote with its passage and source, once', async () => {
    expect(await add(reader, { topic: 'missile transfer', stance: 'denied' })).toContain(
      'in direct messages',
    );
    await publish('The Tarn government on Monday denied reports of a missile transfer. It rained all day.');
    await look();
    await look();
    expect(discord.channels.messagesIn(reader.id)).toHaveLength(1);
    expect(wordsIn(reader.id)).toContain('New on the record · watch on missile transfer, denied');
    expect(wordsIn(reader.id)).toContain('Harbour Post');
    expect(wordsIn(reader.id)).toContain('It rained all day.');
    await publish('“We sent no missile transfer anywhere,” said Mara Eld of Tarn long ago.', '2019-05-04');
    await look();
    expect(discord.channels.messagesIn(reader.id)).toHaveLength(1);
  });

  it('tell channels for managers alone, and are stopped where they may not post', async () => {
    expect(await add(reader, { topic: 'rain', channel: CHANNELS.text })).toContain(
      'Only those who manage this server',
    );
    await discord.runCommand(editor, 'settings', { operators: CHANNELS.announcement }).outcome;
    await add(editor, {
      topic: 'missile transfer',
      channel: CHANNELS.text,
      quiet: '03:00-03:01',
      often: 'at-once',
    });
    discord.channels.refuseIn(CHANNELS.text, 50013);
    await publish('The Tarn government on Monday denied reports of a missile transfer.');
    await look();
    expect(wordsIn(CHANNELS.announcement)).toContain(
      'The watch on missile transfer is stopped. I may not post in #desk',
    );
    const list = textOf(await shownMessage(discord.runCommand(editor, 'watch list', {})));
    expect(list).toContain('stopped: I may not post in #desk');
    const others = textOf(await shownMessage(discord.runCommand(reader, 'watch list', {})));
    expect(others).toContain('There is none');
  });

  it('are a button on every answer, also after a long time, and are stopped by who has them', async () => {
    await publish('The Tarn government on Monday denied reports of a missile transfer.');
    const answer = await shownMessage(
      discord.runCommand(editor, 'who-denied', { topic: 'missile transfer' }),
    );
    const watching = textOf(await shownMessage(discord.press(reader, answer, 'Watch')));
    expect(watching).toContain('missile transfer, denied');
    expect(watching).toContain('Stop it with /watch remove');
    const [choice] = await shownChoices(discord.complete(reader, 'watch remove', { watch: '' }));
    const id = String(choice?.value);
    const notTheirs = discord.runCommand(person('eve'), 'watch remove', { watch: id });
    expect(textOf(await shownMessage(notTheirs))).toContain('There is no such watch of yours');
    const removed = await shownMessage(discord.runCommand(reader, 'watch remove', { watch: id }));
    expect(textOf(removed)).toContain('It tells nothing any more.');
    const timeline = await shownMessage(
      discord.runCommand(editor, 'timeline', { topic: 'missile transfer' }),
    );
    expect(textOf(await shownMessage(discord.press(reader, timeline, 'Watch')))).toContain(
      'missile transfer',
    );
  });

  it('tell nothing to who has left the server', async () => {
    await add(reader, { topic: 'missile transfer' });
    discord.left.add(reader.id);
    await publish('The Tarn government on Monday denied reports of a missile transfer.');
    await look();
    expect(discord.channels.messagesIn(reader.id)).toEqual([]);
    const list = textOf(await shownMessage(discord.runCommand(reader, 'watch list', {})));
    expect(list).toContain('has left the server');
  });

  it('say what to give where nothing was given', async () => {
    expect(await add(reader, {})).toContain('Say what to watch for');
    expect(await add(reader, { topic: 'rain', quiet: 'at night' })).toContain('22:00-07:00');
  });
});
