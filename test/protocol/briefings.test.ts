import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHANNELS, FORUM_TAG } from '../support/discord/channels.ts';
import { formValues } from '../support/discord/client-side.ts';
import type { FakeDiscord } from '../support/discord/fake-discord.ts';
import { MANAGE_GUILD, person } from '../support/discord/people.ts';
import { shownChoices, shownMessage, shownModal, textOf as markdownOf } from '../support/discord/shown.ts';
import { startWholeBot, type WholeBot } from '../support/discord/whole-bot.ts';

/** Briefings through the whole bot: set up in a form, previewed, listed, posted, stopped. */

const editor = person('max', MANAGE_GUILD);
const reader = person('ida');
const ADMINISTRATOR = 1n << 3n;

let discord: FakeDiscord;
let bot: WholeBot;

beforeEach(async () => {
  bot = await startWholeBot();
  ({ discord } = bot);
});

afterEach(async () => {
  await bot.stop();
  assert.deepEqual(discord.violations, []);
});

/** What a message says, without what keeps it from being formatted. */
const textOf = (message: Parameters<typeof markdownOf>[0]): string =>
  markdownOf(message).replaceAll('\\', '');

const create = async (
  values: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const modal = await shownModal(
    discord.runCommand(editor, 'briefing create', { name: 'Morning', ...typed }),
  );
  return textOf(await shownMessage(discord.submit(editor, modal, values)));
};
const say = async (name: string, typed: Readonly<Record<string, string>> = {}): Promise<string> =>
  textOf(
    await shownMessage(
      discord.runCommand(editor, `briefing ${name}`, name === 'list' ? {} : { name: 'Morning', ...typed }),
    ),
  );

describe('briefings on Discord', () => {
  it('are set up in a form by a name and topics alone: here, on weekdays at 07:30', async () => {
    const told = await create({ topics: 'missile transfer; herring fees' });
    expect(told).toContain('Set up: Morning');
    expect(told).toContain('missile transfer; herring fees');
    expect(told).toContain('weekdays 07:30 (UTC), in #desk');
    expect(told).toMatch(/next (?:Mon|Tue|Wed|Thu|Fri) /);
    expect(await say('preview')).toContain('Morning');
    expect(await say('history')).toContain('It has not run yet.');
  });

  it('keep what was given besides the form', async () => {
    const told = await create(
      { topics: 'everything', times: 'daily 6pm', zone: 'Europe/Berlin' },
      { channel: CHANNELS.forum, stances: 'denied, confirmed', length: 'short' },
    );
    expect(told).toContain('on everything, only denied, confirmed');
    expect(told).toContain('(Europe/Berlin), in #daily');
  });

  it('are refused with one sentence that says what to write, and nothing is set up', async () => {
    expect(await create({ topics: 'rain', times: 'soonish' })).toContain('weekdays 07:30');
    expect(await create({ topics: 'rain', zone: 'Mars/Base' })).toContain('Europe/Berlin');
    expect(await create({ topics: 'rain' }, { stances: 'angry' })).toContain('stances should be some of');
    expect(await create({ topics: 'rain' })).toContain('Set up');
    expect(await create({ topics: 'rain' })).toContain('There is a briefing Morning already');
    expect(await say('edit', { name: 'Mornin', length: 'long' })).toContain('Did you mean Morning?');
  });

  it('are refined in a second form: stances, channel, length and quiet day are chosen there', async () => {
    const first = await shownModal(
      discord.runCommand(editor, 'briefing create', { name: 'Morning', channel: CHANNELS.text }),
    );
    const set = await shownMessage(discord.submit(editor, first, { topics: 'rain', zone: 'UTC' }));
    const modal = await shownModal(discord.press(editor, set, 'Refine'));
    expect(formValues(modal)).toEqual({
      stances: '',
      channel: CHANNELS.text,
      language: 'en',
      length: 'medium',
      quiet: 'one-line',
    });
    const chosen = {
      stances: 'denied, confirmed',
      channel: CHANNELS.announcement,
      length: 'long',
      quiet: 'skip',
    };
    const changed = await shownMessage(discord.submit(editor, modal, chosen));
    expect(textOf(changed)).toContain('Changed: Morning');
    expect(textOf(changed)).toContain('on rain, only denied, confirmed');
    const again = await shownModal(discord.press(editor, changed, 'Refine'));
    expect(formValues(again)).toMatchObject(chosen);
    const cleared = await shownMessage(discord.submit(editor, again, { stances: '' }));
    expect(textOf(cleared)).not.toContain('only denied');
    expect(textOf(cleared)).toContain('in #wire');
    const others = textOf(await shownMessage(discord.press(reader, set, 'Refine')));
    expect(others).toContain('Only the person who asked can fill this in.');
  });

  it('mention a role that is chosen in the second form, where one is allowed, or nobody', async () => {
    const role = '700000000000000077';
    const admin = person('ana', MANAGE_GUILD | ADMINISTRATOR);
    await shownMessage(discord.runCommand(admin, 'settings', { 'mention-role': role }));
    const first = await shownModal(discord.runCommand(editor, 'briefing create', { name: 'Morning' }));
    const set = await shownMessage(discord.submit(editor, first, { topics: 'rain', zone: 'UTC' }));
    const modal = await shownModal(discord.press(editor, set, 'Refine'));
    expect(formValues(modal)['mention']).toBe('nobody');
    const offered = JSON.stringify(modal.components);
    const value = new RegExp(`"value":"(${role} [^"]+)"`, 'u').exec(offered)?.[1] ?? '';
    const changed = await shownMessage(discord.submit(editor, modal, { mention: value }));
    expect(textOf(changed)).toContain('mentions ');
    const again = await shownModal(discord.press(editor, changed, 'Refine'));
    const nobody = await shownMessage(discord.submit(editor, again, { mention: 'nobody' }));
    expect(textOf(nobody)).not.toContain('mentions ');
  });

  it('keep what was typed into a form that could not be used, to be mended and sent again', async () => {
    const first = await shownModal(
      discord.runCommand(editor, 'briefing create', { name: 'Morning', channel: CHANNELS.announcement }),
    );
    const refused = await shownMessage(
      discord.submit(editor, first, { topics: 'rain; herring fees', times: 'soonish', zone: 'UTC' }),
    );
    expect(textOf(refused)).toContain('weekdays 07:30');
    const modal = await shownModal(discord.press(editor, refused, 'Edit'));
    expect(formValues(modal)).toMatchObject({ topics: 'rain; herring fees', times: 'soonish', zone: 'UTC' });
    const told = textOf(await shownMessage(discord.submit(editor, modal, { times: 'daily 6pm' })));
    expect(told).toContain('Set up: Morning');
    expect(told).toContain('on rain; herring fees');
    expect(told).toContain('in #wire');
  });

  it('are for managers to set up; roles to mention are for administrators to allow', async () => {
    const command = discord.runCommand(reader, 'briefing create', { name: 'Mine' });
    expect(textOf(await shownMessage(command))).toContain('may manage this server');
    expect(await create({ topics: 'rain' }, { mention: '700000000000000001' })).toContain(
      'an administrator can allow it',
    );
    const settings = discord.runCommand(editor, 'settings', { 'mention-role': '700000000000000001' });
    expect(textOf(await shownMessage(settings))).toContain('for administrators');
  });

  it('are changed, paused, resumed, and deleted once it is confirmed', async () => {
    await create({ topics: 'rain' });
    expect(await say('edit', { times: 'Mondays 09:00', topics: 'snow' })).toContain('on snow');
    expect(await say('pause')).toContain('paused');
    expect(await say('resume')).toContain('next Mon');
    const names = await shownChoices(discord.complete(editor, 'briefing pause', { name: 'mor' }));
    expect(names.map(({ value }) => value)).toEqual(['Morning']);
    const times = await shownChoices(
      discord.complete(editor, 'briefing edit', { name: 'Morning', times: 'week' }),
    );
    expect(times.map(({ value }) => value)).toContain('weekdays 07:30');
    const asked = await shownMessage(discord.runCommand(editor, 'briefing delete', { name: 'Morning' }));
    expect(textOf(asked)).toContain('Delete the briefing Morning?');
    expect(textOf(await shownMessage(discord.press(editor, asked, 'Delete it')))).toContain('is deleted');
    expect(await say('pause')).toContain('There is no briefing Morning');
  });
});

const ARTICLE = [
  'The Tarn government on Monday denied reports of a missile transfer.',
  '"We have sent no missiles to anyone," said Mara Eld, a Tarn government spokeswoman.',
].join(' ');

const ingest = async (text: string): Promise<void> => {
  const modal = await shownModal(discord.runCommand(editor, 'ingest', { outlet: 'Harbour Post' }));
  await shownMessage(discord.submit(editor, modal, { text }));
};
const wordsIn = (channelId: string): string => discord.channels.messagesIn(channelId).map(textOf).join('\n');

describe('a briefing that runs', () => {
  it.each(['text', 'announcement', 'thread'] as const)(
    'is posted once in a channel of the kind %s, with what is new since the last one',
    async (kind) => {
      await create({ topics: 'missile transfer' }, { channel: CHANNELS[kind] });
      await ingest(ARTICLE);
      expect(await say('run')).toContain('posted');
      expect(wordsIn(CHANNELS[kind])).toContain('We have sent no missiles to anyone');
      expect(wordsIn(CHANNELS[kind])).toContain('Mara Eld');
      const before = discord.channels.messagesIn(CHANNELS[kind]).length;
      expect(await say('run')).toContain('posted');
      const again = discord.channels.messagesIn(CHANNELS[kind]).slice(before).map(textOf).join(' ');
      expect(again).not.toContain('We have sent no missiles');
      expect(await say('history')).toContain('posted');
    },
  );

  it('comes in its own language, with its quotes in theirs', async () => {
    expect(await create({ topics: 'missile transfer' }, { language: 'fr' })).toContain('told in Français');
    await ingest(ARTICLE);
    expect(await say('preview')).toContain('Aperçu.');
    await say('run');
    const told = wordsIn(CHANNELS.text);
    expect(told).toContain('Démentis sur «\u00A0missile transfer\u00A0»');
    expect(told).toContain('“We have sent no missiles to anyone”');
    const [posted] = discord.channels.messagesIn(CHANNELS.text);
    assert.ok(posted);
    const context = await shownMessage(discord.press(reader, posted, 'Contexte'));
    expect(textOf(context)).toMatch(/citation q_[a-z2-7]{16}/u);
    expect(await say('edit', { language: 'de' })).toContain('told in Deutsch');
    expect(await say('preview')).toContain('Vorschau.');
  });

  it('has its quotes’ passages behind Context, also long after', async () => {
    await create({ topics: 'missile transfer' }, { channel: CHANNELS.text });
    await ingest(ARTICLE);
    await say('run');
    const [posted] = discord.channels.messagesIn(CHANNELS.text);
    assert.ok(posted);
    const context = await shownMessage(discord.press(reader, posted, 'Context'));
    expect(textOf(context)).toContain('Mara Eld, a Tarn government spokeswoman');
  });

  it('is one post of a day in a forum', async () => {
    await create({ topics: 'missile transfer', zone: 'UTC' }, { channel: CHANNELS.forum });
    await ingest(ARTICLE);
    await say('run');
    await say('run');
    const [post, ...more] = discord.channels.posts;
    expect(more).toEqual([]);
    expect(post?.name).toMatch(/^Morning – /);
    expect(post?.tags).toEqual([]);
    expect(discord.channels.messagesIn(post?.id ?? '').length).toBeGreaterThan(1);
  });

  it.each([false, true])(
    'waits in the middle of several messages where Discord asks to (all routes: %s), and posts each once',
    async (global) => {
      const wharfs = [
        'Arne',
        'Bela',
        'Cilo',
        'Dorn',
        'Esk',
        'Farn',
        'Gosk',
        'Hale',
        'Ilm',
        'Jarn',
        'Kolm',
        'Lund',
      ];
      const said = wharfs.map(
        (name) =>
          `${name} Orden of the ${name} yard said: “Nothing of that missile transfer ever passed our wharf at ${name}, and whoever says so has not been there.”`,
      );
      await create({ topics: 'missile transfer', zone: 'UTC' }, { channel: CHANNELS.forum, length: 'long' });
      await ingest([ARTICLE, ...said].join('\n\n'));
      const headers = { 'Retry-After': '0.2', ...(global ? { 'X-RateLimit-Global': 'true' } : {}) };
      const body = { message: 'You are being rate limited.', retry_after: 0.2, global };
      // The first one opens the post: this is the second.
      discord.failNext({ method: 'POST', path: /messages$/, status: 429, headers, body });
      expect(await say('run')).toContain('posted');
      const [post, ...more] = discord.channels.posts;
      expect(more).toEqual([]);
      const posted = discord.channels.messagesIn(post?.id ?? '').map(textOf);
      expect(posted.length).toBeGreaterThan(1);
      expect(new Set(posted).size).toBe(posted.length);
    },
  );

  it('bears the tags that were chosen for a forum, and is refused others', async () => {
    const options = { channel: CHANNELS.forum, tags: 'Briefing' };
    const refused = await create({ topics: 'rain' }, { ...options, tags: 'weather' });
    expect(refused).toContain('#daily has no tag weather. It has briefing.');
    expect(await create({ topics: 'rain' }, { channel: CHANNELS.text, tags: 'briefing' })).toContain(
      'Tags are for the posts of a forum',
    );
    expect(await create({ topics: 'missile transfer' }, options)).toContain('Set up: Morning');
    await ingest(ARTICLE);
    await say('run');
    expect(discord.channels.posts.map(({ tags }) => tags)).toEqual([[FORUM_TAG]]);
  });

  it('is stopped where it may not post, which the operators are told once, and goes on when it is resumed', async () => {
    await discord.runCommand(editor, 'settings', { operators: CHANNELS.announcement }).outcome;
    await create({ topics: 'missile transfer' }, { channel: CHANNELS.text });
    await ingest(ARTICLE);
    discord.channels.refuseIn(CHANNELS.text, 50013);
    expect(await say('run')).toContain('could not be posted');
    expect(wordsIn(CHANNELS.announcement)).toContain(
      'The briefing Morning is stopped. I may not post in #desk',
    );
    expect(await say('list')).toContain('stopped until it is mended');
    await bot.briefings.runDue({});
    expect(discord.channels.messagesIn(CHANNELS.announcement)).toHaveLength(1);
    discord.channels.refuseIn(CHANNELS.text, null);
    await say('resume');
    expect(await say('run')).toContain('posted');
    expect(wordsIn(CHANNELS.text)).toContain('We have sent no missiles');
  });

  it('says that its channel is gone', async () => {
    await create({ topics: 'missile transfer' }, { channel: CHANNELS.text });
    discord.channels.refuseIn(CHANNELS.text, 10003);
    expect(await say('run')).toContain('The channel #desk is gone: choose another one.');
  });
});
