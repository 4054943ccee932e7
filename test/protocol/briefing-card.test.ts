import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeCustomId } from '../../src/discord/custom-id.ts';
import { createRender } from '../../src/view/briefing-messages.ts';
import { CHANNELS } from '../support/discord/channels.ts';
import { EPHEMERAL } from '../support/discord/message-rules.ts';
import { person } from '../support/discord/people.ts';
import { shownMessage, textOf } from '../support/discord/shown.ts';
import { startWholeBot, type WholeBot } from '../support/discord/whole-bot.ts';
import { composeArticle } from '../support/store-articles.ts';

const BRIEFING = {
  id: 'b_morning',
  name: 'Harbour brief',
  wanted: { topics: [], stances: [], speakers: [], outlets: [] },
  length: 'medium',
  language: 'en',
  mentionRole: { id: '123456789012345678', name: 'desk' },
  timetable: { zone: 'UTC' },
} as const;

describe('a briefing in a channel', () => {
  let bot: WholeBot;
  let workspace: string;
  beforeEach(async () => {
    bot = await startWholeBot();
    workspace = `guild:${bot.discord.guildId}`;
  });
  afterEach(async () => {
    await bot.stop();
    assert.deepEqual(bot.discord.violations, []);
    assert.deepEqual(bot.discord.refusals, []);
  });

  it('is taken by Discord, and shows anybody where a quote stands as long as it is on file', async () => {
    const { store, composeBriefing } = bot.services;
    const { article, quotes } = composeArticle({
      outlet: 'Harbour Post',
      statements: [
        {
          content: 'No ship left our port',
          speaker: 'Mara Lindqvist',
          stance: 'denied',
          claim: 'Ships at night',
        },
      ],
    });
    const { articleId } = await store.saveArticle(workspace, article, quotes);
    const until = new Date().toISOString();
    const period = { after: 0, upTo: 1, since: until, until, caughtUpFrom: null };
    const composed = await composeBriefing(workspace, BRIEFING, period, { withoutModel: false });
    const render = createRender((action) => writeCustomId('', action));
    for (const { body } of render(BRIEFING, composed, { slot: until })) {
      expect(bot.discord.channels.create(CHANNELS.text, body)).toMatchObject({ status: 200 });
    }
    const [posted, ...more] = bot.discord.channels.messagesIn(CHANNELS.text);
    assert.ok(posted !== undefined && more.length === 0);
    expect(textOf(posted)).toContain('Mara Lindqvist');
    const context = await shownMessage(bot.discord.press(person('eve'), posted, 'Context'));
    expect(context.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(context)).toContain('Ships at night');
    await store.forgetArticle(workspace, articleId);
    const gone = await shownMessage(bot.discord.press(person('eve'), posted, 'Context'));
    expect(textOf(gone)).toContain('This quote is not on file any more.');
  });
});
