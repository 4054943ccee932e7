import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EPHEMERAL } from '../support/discord/message-rules.ts';
import { EDITORS, MANAGE_GUILD, person } from '../support/discord/people.ts';
import { shownMessage, textOf } from '../support/discord/shown.ts';
import { startWholeBot, type WholeBot } from '../support/discord/whole-bot.ts';

const editor = person('max', MANAGE_GUILD);
const GONE = 'This showed words of an article that was forgotten since. Run the command again.';

let bot: WholeBot;
let workspace: string;

beforeEach(async () => {
  bot = await startWholeBot();
  workspace = `guild:${bot.discord.guildId}`;
  await bot.services.loadSamples(workspace);
});

afterEach(async () => {
  await bot.stop();
  assert.deepEqual(bot.discord.violations, []);
  assert.deepEqual(bot.discord.refusals, []);
});

const articleId = async (title: string): Promise<string> =>
  (await bot.services.store.listArticles(workspace, title, 1)).articles[0]?.id ?? '';
const forget = async (title: string, who = editor) =>
  shownMessage(bot.discord.runCommand(who, 'article forget', { id: await articleId(title) }));
const ask = async (who = editor) =>
  shownMessage(bot.discord.runCommand(who, 'who-denied', { topic: 'missile transfer' }));

describe('/article forget', () => {
  it('asks once more, in private, and then deletes the article with its quotes', async () => {
    const before = await bot.services.store.measureCorpus(workspace);
    const asked = await forget('Karsova denies missile');
    expect(asked.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(asked)).toContain('Karsova denies missile transfer to Drovia');
    expect(textOf(asked)).toMatch(/\d+ quotes found in it go with it/);
    expect(textOf(asked)).toContain('This can not be undone');
    expect(() => bot.discord.press(editor, asked, 'Share')).toThrow('no button Share');
    expect(await bot.services.store.measureCorpus(workspace)).toEqual(before);
    const done = await shownMessage(bot.discord.press(editor, asked, 'Forget it'));
    expect(done.id).toBe(asked.id);
    expect(textOf(done)).toMatch(/^Forgotten\\: “Karsova denies missile transfer to Drovia”/);
    expect(await bot.services.store.measureCorpus(workspace)).toMatchObject({
      articles: before.articles - 1,
    });
    expect(textOf(await ask())).not.toContain('No missile has left Karsova');
  });

  it('lets the article be when it is cancelled', async () => {
    const asked = await forget('Karsova denies missile');
    expect(textOf(await shownMessage(bot.discord.press(editor, asked, 'Cancel')))).toBe(
      'Nothing was changed.',
    );
    expect(await articleId('Karsova denies missile')).not.toBe('');
  });

  it('is done once, by the manager who asked, and only as long as they may', async () => {
    const asked = await forget('Karsova denies missile');
    const other = await shownMessage(bot.discord.press(person('eve', MANAGE_GUILD), asked, 'Forget it'));
    expect(textOf(other)).toBe('Only the person who asked can confirm this.');
    const demoted = { ...editor, permissions: 0n };
    const refused = await shownMessage(bot.discord.press(demoted, asked, 'Forget it'));
    expect(textOf(refused)).toContain('Manage Server');
    expect(textOf(await forget('Karsova denies missile', person('ida', 0n, [EDITORS])))).toContain(
      'Manage Server',
    );
    const before = { ...asked };
    await shownMessage(bot.discord.press(editor, asked, 'Forget it'));
    const again = await shownMessage(bot.discord.press(editor, before, 'Forget it'));
    expect(textOf(again)).toBe(GONE);
  });

  it('takes its words out of answers that were given before', async () => {
    const answer = await ask();
    const shownTo = person('ida');
    const [first] = (
      await bot.services.store.searchQuotes(workspace, {
        topic: { all: [['missile']], none: [] },
        stances: ['denied'],
        limit: 50,
      })
    ).quotes;
    await bot.services.store.forgetArticle(workspace, first?.article.id ?? '');
    expect(textOf(await shownMessage(bot.discord.press(shownTo, answer, 'Context')))).toBe(GONE);
    const turned = await shownMessage(bot.discord.press(shownTo, answer, 'Next'));
    expect(turned.id).toBe(answer.id);
    expect(textOf(turned)).toBe(GONE);
  });
});
