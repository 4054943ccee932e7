import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBriefingServices, type BriefingServices } from '../../src/briefing-services.ts';
import { createLog } from '../../src/log.ts';
import type { Messenger } from '../../src/records/message.ts';
import { createWatchRunner } from '../../src/watch-services.ts';
import { CHANNELS } from '../support/discord/channels.ts';
import { MANAGE_GUILD, person } from '../support/discord/people.ts';
import { shownMessage, shownModal, textOf } from '../support/discord/shown.ts';
import { startWholeBot, type WholeBot } from '../support/discord/whole-bot.ts';

/** Processes that die after Discord took a message and before it was noted, and the ones that come after them. */

const editor = person('max', MANAGE_GUILD);
const TODAY = new Date().toISOString().slice(0, 10);
const MINUTE_MS = 60_000;

const log = createLog({
  level: 'error',
  secrets: [],
  now: () => new Date(),
  write: (line) => assert.fail(line),
});

let bot: WholeBot;

beforeEach(async () => {
  bot = await startWholeBot();
});

afterEach(async () => {
  const { discord } = bot;
  await bot.stop();
  assert.deepEqual(discord.violations, []);
});

const publish = async (words: string): Promise<void> => {
  const modal = await shownModal(
    bot.discord.runCommand(editor, 'ingest', { outlet: 'Harbour Post', published: TODAY }),
  );
  await shownMessage(bot.discord.submit(editor, modal, { text: words }));
};

interface Process {
  /** The nonces of what it posted. */
  readonly posted: string[];
  readonly messenger: Messenger;
  readonly now: () => Date;
}

/** A process whose clock is some minutes ahead, and which dies once Discord took its message of this number. */
function startProcess(minutes: number, diesAt = Infinity): Process {
  const posted: string[] = [];
  return {
    posted,
    now: () => new Date(Date.now() + minutes * MINUTE_MS),
    messenger: {
      ...bot.messenger,
      async post(request) {
        const outcome = await bot.messenger.post(request);
        posted.push(request.nonce);
        if (posted.length >= diesAt) throw new Error('killed');
        return outcome;
      },
    },
  };
}

const tellOperators = (): Promise<void> => Promise.resolve();
const quietLog = { ...log, warn: () => {} };

describe('a channel is read back', () => {
  it('by the process after one that died in the middle of a briefing of several messages', async () => {
    const { discord, services } = bot;
    const modal = await shownModal(
      discord.runCommand(editor, 'briefing create', {
        name: 'Morning',
        channel: CHANNELS.text,
        length: 'long',
      }),
    );
    await shownMessage(discord.submit(editor, modal, { topics: 'missile transfer', zone: 'UTC' }));
    const wharfs = 'Arne Bela Cilo Dorn Esk Farn Gosk Hale Ilm Jarn Kolm Lund Mord Nesk Orm Pell'.split(' ');
    const said = wharfs.map(
      (name) =>
        `${name} Orden of the ${name} yard said: “Nothing of that missile transfer ever passed our wharf at ${name}, and whoever says so has not been there.”`,
    );
    await publish(said.join('\n\n'));
    const briefingsOf = ({ messenger, now }: Process): BriefingServices =>
      createBriefingServices({
        store: services.store,
        compose: services.composeBriefing,
        messenger,
        tellOperators,
        log: quietLog,
        now,
      });
    const [briefing] = await services.store.listBriefings(`guild:${discord.guildId}`);
    assert(briefing !== undefined);
    const first = startProcess(0, 1);
    await expect(briefingsOf(first).runNow(`guild:${discord.guildId}`, briefing)).rejects.toThrow('killed');
    const second = startProcess(11);
    await briefingsOf(second).runDue({});
    expect(first.posted).toHaveLength(1);
    expect(second.posted.length).toBeGreaterThan(0);
    expect(new Set([...first.posted, ...second.posted]).size).toBe(
      first.posted.length + second.posted.length,
    );
    const shown = discord.channels.messagesIn(CHANNELS.text).map(textOf);
    expect(shown).toHaveLength(first.posted.length + second.posted.length);
    expect(new Set(shown).size).toBe(shown.length);
    const [delivery] = await services.store.listDeliveries(`guild:${discord.guildId}`, briefing.id, 1);
    expect(delivery?.state).toBe('delivered');
  });

  it('by the process after one that died while it told a watch', async () => {
    const { discord, services } = bot;
    await shownMessage(discord.runCommand(editor, 'watch add', { topic: 'missile transfer' }));
    await publish(
      'Mara Eld of Tarn on Monday denied reports of a missile transfer.\n\n“No missile transfer is planned,” said Ida Voss of Tarn.',
    );
    const lookAs = ({ messenger, now }: Process): Promise<void> =>
      createWatchRunner({ store: services.store, messenger, tellOperators, log: quietLog, now })(
        new AbortController().signal,
      );
    const first = startProcess(0, 1);
    await lookAs(first);
    const second = startProcess(6);
    await lookAs(second);
    await lookAs(startProcess(12));
    expect(first.posted).toHaveLength(1);
    expect(second.posted).toHaveLength(1);
    expect(second.posted).not.toEqual(first.posted);
    expect(discord.channels.messagesIn(editor.id)).toHaveLength(2);
  });
});
