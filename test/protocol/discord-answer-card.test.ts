import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NOT_EXTRACTED } from '../../src/records/extraction.ts';
import { EPHEMERAL } from '../support/discord/message-rules.ts';
import { MANAGE_GUILD, person } from '../support/discord/people.ts';
import { shownMessage, textOf } from '../support/discord/shown.ts';
import { startWholeBot, type WholeBot } from '../support/discord/whole-bot.ts';
import { composeArticle } from '../support/store-articles.ts';

const reader = person('ida');
const editor = person('max', MANAGE_GUILD);
const NARROWED = /Narrowed to \d of the \d\d quotes\./;

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

const ask = (typed: Readonly<Record<string, string>> = {}, command = 'who-denied') =>
  shownMessage(bot.discord.runCommand(reader, command, { topic: 'missile transfer', ...typed }));

describe('an answer card', () => {
  beforeEach(() => bot.services.loadSamples(workspace));

  it('tells counts, period and corpus in its head, and what is on file beyond the page', async () => {
    const text = textOf(await ask({ since: '2025-03-01' }));
    expect(text).toMatch(
      /\*\*\d+ denied · .+ \\\| since Saturday 1 March 2025 \\\| 10 articles, \d+ outlets\*\*/,
    );
    expect(text).toMatch(/Page 1 of \d · \d+ of \d+ more on file/);
  });

  it('shows anybody, in private, all quotes that back the summary', async () => {
    const answer = await ask();
    const other = person('eve');
    const evidence = await shownMessage(bot.discord.press(other, answer, 'Evidence'));
    expect(evidence.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(evidence)).toContain('What backs the answer about “missile transfer”');
    expect(textOf(evidence)).toMatch(/\d+ quotes back \d+ sentences/);
    expect(textOf(evidence)).toContain('\\[3\\] in the answer');
    const next = await shownMessage(bot.discord.press(other, evidence, 'Next'));
    expect(next.id).toBe(evidence.id);
    const context = await shownMessage(bot.discord.press(other, next, 'Context'));
    expect(textOf(context)).toContain('quote q\\_');
  });

  it('is narrowed to a stance and a speaker in its place, and kept so for its pages', async () => {
    const answer = await ask();
    const denied = await shownMessage(bot.discord.choose(reader, answer, 'All stances', 'confirmed'));
    expect(denied.id).toBe(answer.id);
    expect(textOf(denied)).toMatch(NARROWED);
    expect(textOf(denied)).toContain('**CONFIRMED**');
    expect(textOf(denied)).not.toContain('**DENIED**');
    const velt = await shownMessage(bot.discord.choose(reader, denied, 'All speakers', 'Oskar Velt'));
    expect(textOf(velt)).toMatch(NARROWED);
    expect(textOf(velt)).not.toContain('**CLAIMED**');
    expect(textOf(velt)).toContain('Oskar Velt**');
    const shownNumber = /\*\*(\d+)\. Oskar Velt/.exec(textOf(velt))?.[1];
    expect(textOf(answer)).not.toBe('');
    const context = await shownMessage(bot.discord.press(reader, velt, 'Context'));
    expect(textOf(context)).toContain('Oskar Velt');
    expect(Number(shownNumber)).toBeGreaterThan(3);
    const whole = await shownMessage(bot.discord.choose(reader, velt, 'All speakers', 'All speakers'));
    const all = await shownMessage(bot.discord.choose(reader, whole, 'All stances', 'All stances'));
    expect(textOf(all)).not.toContain('Narrowed');
    expect(textOf(all)).toContain('**DENIED**');
  });

  it('is narrowed by the person who asked alone', async () => {
    const answer = await ask();
    const before = textOf(answer);
    const refused = await shownMessage(bot.discord.choose(person('eve'), answer, 'All stances', 'confirmed'));
    expect(textOf(refused)).toContain('Only the person who asked can narrow this.');
    expect(textOf(answer)).toBe(before);
  });

  it('is shared as it was narrowed', async () => {
    await shownMessage(bot.discord.runCommand(editor, 'settings', { answers: 'only-you' }));
    const answer = await ask();
    const narrowed = await shownMessage(bot.discord.choose(reader, answer, 'All stances', 'confirmed'));
    const shared = await shownMessage(bot.discord.press(reader, narrowed, 'Share'));
    expect(textOf(shared)).toMatch(NARROWED);
  });
});

describe('an answer whose articles changed since', () => {
  const url = 'https://post.example/transfer';
  const file = async (contents: readonly string[]) => {
    const statements = contents.map((content) => ({
      content,
      speaker: 'Ada Lorne',
      stance: 'denied' as const,
    }));
    const { article, quotes } = composeArticle({ outlet: 'Harbour Post', statements });
    return bot.services.store.saveArticle(workspace, { ...article, url }, quotes);
  };

  it('marks what was changed or removed, wherever its buttons show it', async () => {
    await file(['There was no missile transfer by canal', 'I know of no missile transfer']);
    const answer = await ask();
    expect(textOf(answer)).not.toContain('since, on');
    await file(['There was a missile transfer by canal', 'We talked of rain']);
    const evidence = await shownMessage(bot.discord.press(reader, answer, 'Evidence'));
    expect(textOf(evidence)).toContain('changed since, on');
    expect(textOf(evidence)).toContain('removed since, on');
    expect(textOf(evidence)).toContain('There was no missile transfer by canal');
    const again = await shownMessage(bot.discord.press(reader, evidence, 'Share'));
    expect(textOf(again)).toContain('changed since, on');
    expect(textOf(await ask({}, 'who-said'))).not.toContain('since, on');
  });

  it('marks what is not on file any more', async () => {
    const { articleId } = await file([
      'There was no missile transfer by canal',
      'I know of no missile transfer',
    ]);
    const answer = await ask();
    await bot.services.store.replaceQuotes(workspace, articleId, [], NOT_EXTRACTED);
    const evidence = await shownMessage(bot.discord.press(reader, answer, 'Evidence'));
    expect(textOf(evidence).match(/no longer on file/gu)).toHaveLength(2);
  });
});

describe('a name that two speakers bear', () => {
  beforeEach(async () => {
    for (const [role, content] of [
      ['transport minister', 'There was no missile transfer by canal'],
      ['goalkeeper', 'I know of no missile transfer'],
    ] as const) {
      const { article, quotes } = composeArticle({
        outlet: 'Harbour Post',
        statements: [{ content, role, speaker: 'Ada Lorne', stance: 'denied' }],
      });
      await bot.services.store.saveArticle(workspace, article, quotes);
    }
  });

  it.each([
    ['who-denied', {}],
    ['position', {}],
    ['timeline', {}],
  ])('/%s asks which is meant, and then tells of that one alone', async (command) => {
    const asked = await ask({ speaker: 'Ada Lorne' }, command);
    expect(textOf(asked)).toContain('More than one speaker on file bears that name');
    expect(textOf(asked)).not.toContain('I know of no missile transfer');
    const other = person('eve');
    const refused = await shownMessage(bot.discord.choose(other, asked, 'Who is meant?', 'Ada Lorne'));
    expect(textOf(refused)).toContain('Only the person who asked can choose.');
    const chosen = await shownMessage(bot.discord.choose(reader, asked, 'Who is meant?', 'Ada Lorne'));
    expect(chosen.id).toBe(asked.id);
    const told = ['There was no missile transfer by canal', 'I know of no missile transfer'].filter((words) =>
      textOf(chosen).includes(`“${words}”`),
    );
    expect(told).toHaveLength(1);
  });
});

describe('where Discord takes no cards', () => {
  const refuseCard = () =>
    bot.discord.failNext({
      method: 'PATCH',
      path: /@original$/,
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body' },
    });
  const embedOf = ({ body }: { readonly body: Readonly<Record<string, unknown>> }) =>
    JSON.stringify(body['embeds'] ?? null);

  it('an answer comes as an embed, whose buttons and selects work', async () => {
    await bot.services.loadSamples(workspace);
    refuseCard();
    const answer = await ask();
    expect(embedOf(answer)).toContain('**DENIED**');
    expect(bot.discord.requests.slice(-3).map((request) => request.split(' ')[0])).toEqual([
      'PATCH',
      'DELETE',
      'POST',
    ]);
    const context = await shownMessage(bot.discord.press(reader, answer, 'Context 2'));
    expect(textOf(context)).toContain('quote q\\_');
    const next = await shownMessage(bot.discord.press(reader, answer, 'Next'));
    expect(next.id).toBe(answer.id);
    expect(embedOf(next)).toContain('Page 2 of');
    const narrowed = await shownMessage(bot.discord.choose(reader, next, 'All stances', 'confirmed'));
    expect(embedOf(narrowed)).toMatch(NARROWED);
  });

  it('a problem comes as one too, for the person alone', async () => {
    await shownMessage(bot.discord.runCommand(editor, 'settings', { answers: 'only-you' }));
    refuseCard();
    const problem = await ask({ topic: '!!!' });
    expect(embedOf(problem)).toContain('topic');
    expect(problem.flags & EPHEMERAL).toBe(EPHEMERAL);
  });
});
