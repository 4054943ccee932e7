import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runBriefingNow, runDueBriefings } from '../../../src/briefing/run-due-briefings.ts';
import { InputError, StoreError } from '../../../src/errors.ts';
import type { Briefing } from '../../../src/records/briefing.ts';
import { DESK, openStage, SOMETHING_NEW, type DeliveryStage } from '../../support/delivery-stage.ts';
import { composeArticle } from '../../support/store-articles.ts';

const DUE = '2031-03-02T07:00:00.000Z';
const TOMORROW = '2031-03-03T07:00:00.000Z';
const down = () => Promise.reject(new Error('Discord is down.'));
const blocked = () => Promise.resolve({ kind: 'blocked', problem: 'The channel is gone.' } as const);

describe('Briefings that are due', () => {
  let stage: DeliveryStage;
  const shown = () => stage.channel.shown.map(({ body }) => body);
  const run = (changes: Parameters<DeliveryStage['deps']>[0] = {}) => runDueBriefings(stage.deps(changes));
  const states = async (briefing: Briefing) =>
    (await stage.history(briefing)).map(({ slot, state }) => `${slot.slice(8, 16)} ${state}`);
  beforeEach(async () => {
    stage = await openStage(DUE);
  });
  afterEach(() => stage.close());

  it('are posted once, message by message, and due again at their next slot', async () => {
    const morning = await stage.add();
    await run();
    await run();
    expect(shown()).toEqual([`Morning ${DUE} first`, `Morning ${DUE} second`]);
    const nonces = stage.channel.shown.map(({ nonce }) => nonce);
    expect(new Set(nonces).size).toBe(2);
    expect(Math.max(...nonces.map(({ length }) => length))).toBeLessThanOrEqual(25);
    expect(await stage.find(morning)).toMatchObject({ nextSlot: TOMORROW, toldUntil: DUE });
    const [delivery] = await stage.history(morning);
    expect(delivery).toMatchObject({ slot: DUE, state: 'delivered', endedAt: DUE, reason: null });
    expect(delivery?.messages.map(({ messageId, body }) => [messageId, body])).toEqual([
      ['message 1', null],
      ['message 2', null],
    ]);
  });

  it('note what they told, and tell from there on the next time', async () => {
    const { article, quotes } = composeArticle({ statements: [{ content: 'No lease was signed' }] });
    const { articleId } = await stage.store.saveArticle(DESK, article, quotes);
    const [quote] = await stage.store.listArticleQuotes(DESK, articleId);
    const told = [quote?.id ?? ''];
    const morning = await stage.add();
    await run({ compose: () => Promise.resolve({ ...SOMETHING_NEW, told }) });
    expect(await stage.store.findTold(DESK, morning.id, told)).toEqual(new Set(told));
    stage.at(TOMORROW);
    const periods: unknown[] = [];
    await run({
      compose: (_workspace, _briefing, period) => {
        periods.push(period);
        return Promise.resolve(SOMETHING_NEW);
      },
    });
    expect(periods).toEqual([{ after: 1, upTo: 1, since: DUE, until: TOMORROW, caughtUpFrom: null }]);
  });

  it('say nothing on a quiet day that is to be skipped, and one line where that is wanted', async () => {
    const quiet = await stage.add({ name: 'Quiet' });
    const chatty = await stage.add({ name: 'Chatty', onQuietDay: 'one-line' });
    await run({ compose: () => Promise.resolve({ ...SOMETHING_NEW, isQuiet: true }) });
    expect(shown()).toEqual([`Chatty ${DUE} first`, `Chatty ${DUE} second`]);
    expect((await stage.history(quiet))[0]).toMatchObject({
      state: 'skipped',
      reason: 'Nothing new was on the record.',
    });
    expect(await stage.find(quiet)).toMatchObject({ nextSlot: TOMORROW, toldUntil: quiet.toldUntil });
    expect(await stage.find(chatty)).toMatchObject({ nextSlot: TOMORROW, toldUntil: DUE });
  });

  it('catch up the newest slot that was missed, say so, and record the others', async () => {
    const hourly = await stage.add({ timetable: { cron: '0 * * * *', words: 'every hour', zone: 'UTC' } });
    stage.at('2031-03-02T10:25:00.000Z');
    const caughtUp: unknown[] = [];
    await run({
      compose: (_workspace, _briefing, { caughtUpFrom }) => {
        caughtUp.push(caughtUpFrom);
        return Promise.resolve(SOMETHING_NEW);
      },
    });
    expect(caughtUp).toEqual(['2031-03-02T10:00:00.000Z']);
    expect(await states(hourly)).toEqual([
      '02T10:00 delivered',
      '02T09:00 skipped',
      '02T08:00 skipped',
      '02T07:00 skipped',
    ]);
    expect(await stage.find(hourly)).toMatchObject({ nextSlot: '2031-03-02T11:00:00.000Z' });
  });

  it('leave out what is older than they are to catch up', async () => {
    const morning = await stage.add();
    stage.at('2031-03-02T09:00:01.000Z');
    await run();
    expect(shown()).toEqual([]);
    expect(await states(morning)).toEqual(['02T07:00 skipped']);
    expect(await stage.find(morning)).toMatchObject({ nextSlot: TOMORROW, toldUntil: morning.toldUntil });
  });

  it('run a few minutes late though nothing is to be caught up', async () => {
    await stage.add({ catchUpMinutes: 0 });
    stage.at('2031-03-02T07:09:00.000Z');
    await run();
    expect(shown()).toHaveLength(2);
  });

  it('are tried again, later each time, with the very same messages', async () => {
    const morning = await stage.add();
    let renderings = 0;
    const render = () => {
      renderings += 1;
      return Promise.resolve([{ body: `rendering ${renderings}`, files: [] }]);
    };
    await run({ render, post: down });
    expect(stage.logged).toHaveLength(1);
    await run({ render });
    expect(shown()).toEqual([]);
    stage.at('2031-03-02T07:01:00.000Z');
    await run({ render, post: down });
    stage.at('2031-03-02T07:02:00.000Z');
    await run({ render });
    expect(shown()).toEqual(['rendering 1']);
    expect(await states(morning)).toEqual(['02T07:00 delivered']);
  });

  it('are looked for in the channel before a message goes out that may be there', async () => {
    const morning = await stage.add();
    const postAndDie = async (request: Parameters<typeof stage.channel.post>[0]) => {
      await stage.channel.post(request);
      return down();
    };
    await run({ post: postAndDie });
    stage.at('2031-03-02T07:01:00.000Z');
    await run();
    expect(shown()).toEqual([`Morning ${DUE} first`, `Morning ${DUE} second`]);
    const [delivery] = await stage.history(morning);
    expect(delivery?.messages.map(({ messageId }) => messageId)).toEqual(['message 1', 'message 2']);
  });

  it('are given up when they could not be posted for hours', async () => {
    const morning = await stage.add();
    await run({ post: down });
    stage.at('2031-03-02T13:00:01.000Z');
    await run({ post: down });
    expect((await stage.history(morning))[0]).toMatchObject({
      state: 'skipped',
      reason: 'It could not be posted in time. The next one covers its period.',
    });
  });

  it('are composed without a model after a try that failed', async () => {
    await stage.add();
    const tries: boolean[] = [];
    const compose: ReturnType<DeliveryStage['deps']>['compose'] = (
      _workspace,
      _briefing,
      _period,
      options,
    ) => {
      tries.push(options.withoutModel);
      return options.withoutModel
        ? Promise.resolve(SOMETHING_NEW)
        : Promise.reject(new StoreError('The store is busy.'));
    };
    await run({ compose });
    stage.at('2031-03-02T07:01:00.000Z');
    await run({ compose });
    expect(tries).toEqual([false, true]);
    expect(shown()).toHaveLength(2);
  });

  it('stop with a reason that is told, where they can’t be posted', async () => {
    const morning = await stage.add();
    await run({ post: blocked });
    expect(stage.told).toEqual(['Morning: The channel is gone.']);
    expect(await states(morning)).toEqual(['02T07:00 blocked']);
    expect(await stage.find(morning)).toMatchObject({
      state: 'blocked',
      problem: 'The channel is gone.',
      toldUntil: morning.toldUntil,
    });
    stage.at(TOMORROW);
    await run();
    expect(shown()).toEqual([]);
  });

  it('go on in the middle once they can be posted again', async () => {
    const morning = await stage.add();
    let posts = 0;
    await run({
      post: (request) => {
        posts += 1;
        return posts === 1 ? stage.channel.post(request) : blocked();
      },
    });
    expect(await states(morning)).toEqual(['02T07:00 posting']);
    await stage.store.changeBriefing(DESK, morning.id, { state: 'active', problem: null });
    stage.at('2031-03-02T07:30:00.000Z');
    await run();
    expect(shown()).toEqual([`Morning ${DUE} first`, `Morning ${DUE} second`]);
    expect(await states(morning)).toEqual(['02T07:00 delivered']);
  });

  it('stop where a topic can’t be searched', async () => {
    const morning = await stage.add();
    await run({ compose: () => Promise.reject(new InputError('Give a topic of letters.')) });
    expect(await stage.find(morning)).toMatchObject({
      state: 'blocked',
      problem: 'Give a topic of letters.',
    });
  });

  it('stop even where nobody can be told', async () => {
    const morning = await stage.add();
    await run({ post: blocked, tellBlocked: down });
    expect(await stage.find(morning)).toMatchObject({ state: 'blocked' });
  });

  it('of one day go into one post of a forum', async () => {
    const place = { channelId: '300000000000000009', name: 'daily', kind: 'forum' as const, tags: [] };
    await stage.add({ place, timetable: { cron: '0 7,18 * * *', words: '', zone: 'UTC' } });
    await run();
    stage.at('2031-03-02T18:00:00.000Z');
    await run();
    stage.at(TOMORROW);
    await run();
    expect(stage.channel.shown.map(({ threadId, title }) => [threadId, title])).toEqual([
      [null, 'Morning 2031-03-02'],
      ['post 1', 'Morning 2031-03-02'],
      ['post 1', 'Morning 2031-03-02'],
      ['post 1', 'Morning 2031-03-02'],
      [null, 'Morning 2031-03-03'],
      ['post 5', 'Morning 2031-03-03'],
    ]);
  });

  it('begin in the order in which they are due, a few at once', async () => {
    const minutes = Array.from({ length: 30 }, (_none, index) => (index * 7) % 30);
    for (const minute of minutes) {
      const nextSlot = `2031-03-02T06:${String(minute + 29)}:00.000Z`;
      await stage.add({ name: `briefing ${minute}`, nextSlot });
    }
    const begun: number[] = [];
    await run({
      compose: (_workspace, { name }) => {
        begun.push(Number(name.split(' ')[1]));
        return Promise.resolve(SOMETHING_NEW);
      },
    });
    const overtaken = begun.map((minute, place) => Math.abs(minute - place));
    expect(begun).toHaveLength(30);
    expect(Math.max(...overtaken)).toBeLessThan(8);
  });

  it('are left where they are when OnRecord stops, and go on at once afterwards', async () => {
    const morning = await stage.add();
    const stopping = new AbortController();
    const post: DeliveryStage['channel']['post'] = (request) => {
      stopping.abort();
      return stage.channel.post(request);
    };
    await runDueBriefings(stage.deps({ post }), { signal: stopping.signal });
    expect(shown()).toEqual([`Morning ${DUE} first`]);
    await run();
    expect(shown()).toEqual([`Morning ${DUE} first`, `Morning ${DUE} second`]);
    expect(await states(morning)).toEqual(['02T07:00 delivered']);
  });

  it('are taken over by another process only when the first one has lost its hold', async () => {
    await stage.add();
    await run({
      post: async (request) => {
        const outcome = await stage.channel.post(request);
        if (stage.channel.shown.length > 1) return outcome;
        stage.at('2031-03-02T07:11:00.000Z');
        await run();
        return outcome;
      },
    });
    expect(shown()).toEqual([`Morning ${DUE} first`, `Morning ${DUE} second`]);
    expect(stage.logged).toMatchObject([{ message: 'Another process has taken this briefing over.' }]);
  });
});

describe('A briefing that is run out of turn', () => {
  let stage: DeliveryStage;
  beforeEach(async () => {
    stage = await openStage('2031-03-02T06:00:00.000Z');
  });
  afterEach(() => stage.close());

  it('is posted at once, and still comes at its time', async () => {
    const morning = await stage.add();
    const outcome = await runBriefingNow(DESK, morning.id, stage.deps());
    expect(outcome).toMatchObject({ state: 'delivered', slot: '2031-03-02T06:00:00.000Z' });
    expect(await stage.find(morning)).toMatchObject({ nextSlot: DUE, toldUntil: '2031-03-02T06:00:00.000Z' });
    stage.at(DUE);
    await runDueBriefings(stage.deps());
    expect(stage.channel.shown).toHaveLength(4);
  });

  it('is finished first where it was left unfinished', async () => {
    const morning = await stage.add();
    await expect(runBriefingNow(DESK, morning.id, stage.deps({ post: down }))).rejects.toThrow('down');
    stage.at('2031-03-02T06:02:00.000Z');
    expect(await runBriefingNow(DESK, morning.id, stage.deps())).toMatchObject({ state: 'delivered' });
    expect((await stage.history(morning)).map(({ slot, state }) => [slot.slice(11, 16), state])).toEqual([
      ['06:02', 'delivered'],
      ['06:00', 'delivered'],
    ]);
  });

  it('is free again when it could be posted', async () => {
    const morning = await stage.add({ state: 'blocked', problem: 'The channel is gone.' });
    await runBriefingNow(DESK, morning.id, stage.deps());
    expect(await stage.find(morning)).toMatchObject({ state: 'active', problem: null });
  });

  it('is nobody else’s to run, and not run twice at once', async () => {
    const morning = await stage.add();
    expect(await runBriefingNow('guild:2', morning.id, stage.deps())).toBeNull();
    const outcomes = await Promise.all([1, 2, 3].map(() => runBriefingNow(DESK, morning.id, stage.deps())));
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1);
    expect(stage.channel.shown).toHaveLength(2);
  });
});
