import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MESSAGE_MENUS } from '../../commands/message-menus.ts';
import type { Services } from '../../src/compose.ts';
import { InputError } from '../../src/errors.ts';
import type { Place, TypedOptions } from '../support/discord/client-side.ts';
import type { FakeDiscord } from '../support/discord/fake-discord.ts';
import { shownChoices, shownMessage, shownModal, textOf } from '../support/discord/shown.ts';
import { EPHEMERAL } from '../support/discord/message-rules.ts';
import { EDITORS, MANAGE_GUILD, person } from '../support/discord/people.ts';
import { startWholeBot, type WholeBot } from '../support/discord/whole-bot.ts';

/** The whole bot: real client, real commands, real store, real extractor. */

const editor = person('max', MANAGE_GUILD);
const ARTICLE = [
  'The Tarn government on Monday denied reports of a missile transfer.',
  '"We have sent no missiles to anyone," said Mara Eld, a Tarn government spokeswoman.',
].join(' ');

let discord: FakeDiscord;
let services: Services;
let bot: WholeBot;

beforeEach(async () => {
  bot = await startWholeBot();
  ({ discord, services } = bot);
});

afterEach(async () => {
  await bot.stop();
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
    const speakers = await shownChoices(discord.complete(editor, 'who-denied', { speaker: 'Eld' }));
    expect(speakers.map((speaker) => speaker.value)).toEqual(['Mara Eld']);
  });

  it('hands out the feeds as a file, and says so where there is none', async () => {
    const none = await shownMessage(discord.runCommand(editor, 'feed export', {}));
    expect(textOf(none)).toContain('No feed is followed yet');
    const opml = '<opml version="2.0"><body><outline xmlUrl="https://harbour.example/feed"/></body></opml>';
    const file = { name: 'feeds.opml', bytes: new TextEncoder().encode(opml) };
    await shownMessage(discord.runCommand(editor, 'feed import', { file }));
    const exported = await shownMessage(discord.runCommand(editor, 'feed export', {}));
    expect(textOf(exported)).toContain('The one feed that is followed.');
    expect(JSON.stringify(exported.body)).toContain('attachment://feeds.opml');
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

  it('tells who is silent, with the sentence that says so and its day', async () => {
    await services.loadSamples(`guild:${discord.guildId}`);
    const report = await shownMessage(discord.runCommand(editor, 'silent', { topic: 'missile transfer' }));
    expect(textOf(report)).toMatch(
      /did not respond to a request for comment.*\n.*published Monday 3 March 2025/u,
    );
  });

  it('keeps the corpus of one server from another', async () => {
    await services.loadSamples('guild:123456789012345678');
    expect(textOf(await ask('missile transfer'))).toContain('Try fewer words');
  });
});

describe('settings', () => {
  const change = async (typed: TypedOptions) =>
    textOf(await shownMessage(discord.runCommand(editor, 'settings', typed)));

  it('make answers private, with Share, once a manager decides so', async () => {
    await services.loadSamples(`guild:${discord.guildId}`);
    expect((await ask('missile transfer')).flags & EPHEMERAL).toBe(0);
    expect(await change({ answers: 'only-you' })).toContain('shown only to who asked, with a Share button');
    const answer = await ask('missile transfer');
    expect(answer.flags & EPHEMERAL).toBe(EPHEMERAL);
    const shared = await shownMessage(discord.press(editor, answer, 'Share'));
    expect(shared.flags & EPHEMERAL).toBe(0);
    expect(textOf(shared)).toContain('Shared by max');
    expect(textOf(shared)).toContain('**DENIED**');
  });

  it('let a role store, and only that role', async () => {
    const file = { name: 'tarn.md', bytes: new TextEncoder().encode(ARTICLE) };
    const reporter = person('ida', 0n, [EDITORS]);
    const refused = await shownMessage(discord.runCommand(reporter, 'ingest', { file }));
    expect(textOf(refused)).toContain('for those who may manage this server');
    expect(await change({ role: EDITORS })).toContain('the role Editors \\@everyone');
    expect(textOf(await shownMessage(discord.runCommand(reporter, 'ingest', { file })))).toContain(
      'is stored.',
    );
    const other = await shownMessage(discord.runCommand(person('eve'), 'ingest', { file }));
    expect(textOf(other)).toContain('and for the role Editors \\@everyone');
    await change({ 'no-role': true });
    expect(textOf(await shownMessage(discord.runCommand(reporter, 'ingest', { file })))).toContain(
      'Manage Server',
    );
  });

  it('limit questions that name no day to the days that the workspace looks back', async () => {
    await services.loadSamples(`guild:${discord.guildId}`);
    expect(await change({ window: 1 })).toContain('the last day');
    expect(textOf(await ask('missile transfer'))).toContain('Try fewer words');
    const wide = discord.runCommand(editor, 'who-denied', { topic: 'missile transfer', since: '2020-01-01' });
    expect(textOf(await shownMessage(wide))).toContain('**DENIED**');
    expect(await change({ window: 0 })).toContain('everything on file');
    expect(textOf(await ask('missile transfer'))).toContain('**DENIED**');
  });

  it('complete time zones, and refuse what is none', async () => {
    const zones = await shownChoices(discord.complete(editor, 'settings', { zone: 'new y' }));
    expect(zones.map((zone) => zone.value)).toEqual(['America/New_York']);
    expect(await change({ zone: 'europe/oslo' })).toContain('Europe\\/Oslo');
    expect(await change({ zone: 'Tarn/Harbour' })).toContain('zone should be a time zone');
  });

  it('set the language of all but the quotes, while older messages keep theirs', async () => {
    await services.loadSamples(`guild:${discord.guildId}`);
    const before = await ask('missile transfer');
    expect(await change({ language: 'de' })).toContain('Deutsch');
    const answer = await ask('missile transfer');
    expect(textOf(answer)).toContain('Wer hat „missile transfer“ dementiert');
    expect(textOf(answer)).toContain('**DEMENTIERT**');
    const [quote = ''] = /“[^”]+”/.exec(textOf(before).slice(textOf(before).indexOf('**DENIED**'))) ?? [];
    expect(textOf(answer)).toContain(quote);
    const context = await shownMessage(discord.press(editor, answer, 'Kontext'));
    expect(textOf(context)).toMatch(/veröffentlicht am .*Zitat q/);
    const backing = await shownMessage(discord.press(editor, answer, 'Belege'));
    expect(textOf(backing)).toContain('Was die Antwort zu „missile transfer“ belegt');
    const older = await shownMessage(discord.press(editor, before, 'Evidence'));
    expect(textOf(older)).toContain('What backs the answer about “missile transfer”');
    const report = await shownMessage(discord.runCommand(editor, 'timeline', { topic: 'missile transfer' }));
    expect(textOf(report)).toContain('**3\\. März 2025**');
    expect(report.body['attachments']).toMatchObject([
      { description: expect.stringMatching(/^Wer wann welche Haltung einnahm/u) },
    ]);
    const second = await shownMessage(discord.press(editor, report, 'Weiter'));
    expect(JSON.stringify(second.body['components'])).not.toContain('attachment://');
  });

  it('stay with the server that made them', async () => {
    await change({ answers: 'only-you' });
    expect((await services.store.readSettings('guild:123456789012345678')).answers).toBe('public');
  });
});

describe('the menu of a message', () => {
  const choose = async (name: string, content: string, who = editor, place?: Place) =>
    shownMessage(discord.chooseFromMenu(who, name, { content }, place));

  it('extracts quotes for the person alone and stores nothing', async () => {
    const message = await choose('Extract quotes', ARTICLE, person('ida'));
    expect(message.flags & EPHEMERAL).toBe(EPHEMERAL);
    expect(textOf(message)).toContain('We have sent no missiles to anyone');
    expect(textOf(message)).toContain('The Tarn government, denied');
    expect(await services.store.measureCorpus(`guild:${discord.guildId}`)).toMatchObject({ articles: 0 });
  });

  it('saves a message, and answers who denied what another one says', async () => {
    expect(textOf(await choose('Save to archive', ARTICLE))).toContain('is stored');
    const answer = await choose('Who denied this?', 'missile transfer!! https://harbour.example/x');
    expect(textOf(answer)).toContain('“We have sent no missiles to anyone”');
  });

  it('asks with the headline where a message is a link', async () => {
    await services.loadSamples(`guild:${discord.guildId}`);
    const posted = { content: 'https://harbour.example/x', linkTitle: 'Missile transfer' };
    const answer = await shownMessage(discord.chooseFromMenu(editor, 'Who denied this?', posted));
    expect(textOf(answer)).toContain('**DENIED**');
  });

  it('saves for managers alone, and says plainly that a message holds nothing', async () => {
    expect(textOf(await choose('Save to archive', ARTICLE, person('ida')))).toContain('Manage Server');
    for (const { name } of MESSAGE_MENUS) {
      expect(textOf(await choose(name, ' '))).toMatch(/neither text nor a link|no words to ask about/);
    }
  });

  it('fetches what a message links to, and says plainly when that can not be', async () => {
    const told = textOf(await choose('Save to archive', 'see http://127.0.0.1:1/private'));
    expect(told).not.toContain('went wrong');
    const lines: string[] = [];
    const deps = services.depsFor('desk', { tell: (line) => void lines.push(line) });
    const page = { bytes: null, fileName: null, url: 'http://127.0.0.1:1/private' };
    await expect(deps.ingest(page, { nth: 2, total: 3 })).rejects.toBeInstanceOf(InputError);
    await deps.extract({ bytes: new TextEncoder().encode(ARTICLE), fileName: null }, { nth: 3, total: 3 });
    expect(lines).toEqual([
      'Article 2 of 3: Fetching the article …',
      'Article 3 of 3: Reading the article …',
      'Article 3 of 3: Finding the quotes in the article …',
    ]);
    expect(await services.store.measureCorpus(`guild:${discord.guildId}`)).toMatchObject({ articles: 0 });
  });
});

describe('a bot that a person brought along', () => {
  it('works with an archive of their own, in servers it was not added to and in direct messages', async () => {
    const ida = person('ida');
    await services.loadSamples(`guild:${discord.guildId}`);
    const brought = { guildId: discord.guildId, broughtBy: ida };
    const asked = discord.runCommand(ida, 'who-denied', { topic: 'missile transfer' }, brought);
    expect(textOf(await shownMessage(asked))).toContain('Try fewer words');
    const file = { name: 'tarn.md', bytes: new TextEncoder().encode(ARTICLE) };
    expect(textOf(await shownMessage(discord.runCommand(ida, 'ingest', { file }, brought)))).toContain(
      'is stored',
    );
    expect(await services.store.measureCorpus(`user:${ida.id}`)).toMatchObject({ articles: 1 });
  });
});
