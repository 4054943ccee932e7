import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MANAGE_GUILD, person, type Person } from '../support/discord/people.ts';
import { shownChoices, shownMessage, textOf } from '../support/discord/shown.ts';
import { startWholeBot, type WholeBot } from '../support/discord/whole-bot.ts';

const ida = person('ida');
const eve = person('eve');
const editor = person('max', MANAGE_GUILD);

let bot: WholeBot;

beforeEach(async () => {
  bot = await startWholeBot();
  await bot.services.loadSamples(`guild:${bot.discord.guildId}`);
});

afterEach(async () => {
  await bot.stop();
  assert.deepEqual(bot.discord.violations, []);
  assert.deepEqual(bot.discord.refusals, []);
});

const run = async (who: Person, name: string, typed: Readonly<Record<string, string | number>>) =>
  textOf(await shownMessage(bot.discord.runCommand(who, name, typed)));
const topics = async (who: Person, typed: string) =>
  (await shownChoices(bot.discord.complete(who, 'timeline', { topic: typed }))).map(({ value }) => value);

describe('topics asked before', () => {
  it('are suggested to all where all saw the question, unless nothing was found', async () => {
    await run(ida, 'who-denied', { topic: 'missile transfer' });
    await run(ida, 'who-said', { topic: 'herring fees' });
    await run(ida, 'who-denied', { topic: 'unheard of matter' });
    expect(await topics(eve, '')).toEqual(['herring fees', 'missile transfer']);
    expect(await topics(eve, 'mis')).toEqual(['missile transfer']);
  });

  it('are nobody else’s where answers are private', async () => {
    await run(editor, 'settings', { answers: 'only-you' });
    await run(ida, 'ask', { question: 'Who denied the missile transfer?' });
    expect(await topics(ida, '')).toEqual(['missile transfer']);
    expect(await topics(eve, '')).toEqual([]);
    expect(await topics(editor, '')).toEqual([]);
  });
});

describe('options with several names', () => {
  const speakers = async (typed: string) =>
    (await shownChoices(bot.discord.complete(editor, 'briefing create', { speakers: typed }))).map(
      ({ value }) => String(value),
    );

  it('are completed behind the last semicolon, with none that was named before', async () => {
    const [first = ''] = await speakers('Vel');
    expect(first).toBe('Oskar Velt');
    const [second = '', ...more] = await speakers('Oskar Velt; Lind');
    expect(second).toBe('Oskar Velt; Pavo Lindqvar');
    expect(more.every((names) => names.startsWith('Oskar Velt; '))).toBe(true);
    expect(await speakers('Oskar Velt; Oskar Velt')).not.toContain('Oskar Velt; Oskar Velt');
  });
});

describe('/quote', () => {
  const find = async (typed: string) => shownChoices(bot.discord.complete(ida, 'quote', { id: typed }));

  it('suggests quotes by words of them, while the last word is typed, and the newest at first', async () => {
    const newest = await find('');
    expect(newest).toHaveLength(25);
    const found = await find('missile transf');
    expect(found.length).toBeGreaterThan(3);
    expect(found[0]?.value).toMatch(/^q_[a-z2-7]{16}$/);
    expect(found[0]?.name).toMatch(/^.+: “.+/);
    expect(await run(ida, 'quote', { id: found[0]?.value ?? '' })).toContain('quote q\\_');
    expect(await find('!!! ')).toEqual([]);
  });
});

describe('the days that a workspace looks back', () => {
  it('limit a question in free words too, and are told as what they are', async () => {
    await run(editor, 'settings', { window: 1 });
    const question = 'Who denied the missile transfer?';
    expect(await run(ida, 'ask', { question })).toContain('with these filters');
    expect(await run(ida, 'ask', { question })).toContain('the last day');
    expect(await run(ida, 'ask', { question: `${question} Since 2025-03-01` })).toContain('**DENIED**');
    await run(editor, 'settings', { window: 3650 });
    expect(await run(ida, 'ask', { question })).toContain('the last 3,650 days');
    expect(await run(ida, 'timeline', { topic: 'missile transfer' })).toContain('the last 3,650 days');
  });
});
