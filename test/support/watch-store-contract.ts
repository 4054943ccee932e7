import { beforeEach, expect, it } from 'vitest';
import type { WatchDraft } from '../../src/records/watch.ts';
import type { Store } from '../../src/store/store.ts';
import { composeArticle } from './store-articles.ts';
import { draftWatch } from './watch-records.ts';

const NOW = '2031-03-02T12:00:00.000Z';
const LATER = '2031-03-02T12:10:00.000Z';
const EVENING = '2031-03-02T20:00:00.000Z';

/** What every store must do with watches; called within the contract's describe. */
export function describeWatches(storeOf: () => Store): void {
  let tests = 0;
  let press: string;
  let desk: string;
  beforeEach(() => {
    tests += 1;
    press = `watches press ${tests}`;
    desk = `watches desk ${tests}`;
  });
  const add = (changes: Partial<WatchDraft> = {}, workspace = press) =>
    storeOf().addWatch(workspace, draftWatch(changes));
  /** Claims of this test's workspaces alone: every test shares the store. */
  const claimed = async (now = NOW, until = LATER) => {
    const claims = await storeOf().claimWatches({ now, until, limit: 1000 });
    return claims.filter(({ workspace }) => [press, desk].includes(workspace)).map(({ watch }) => watch);
  };
  const storeQuote = async (workspace = press): Promise<void> => {
    const { article, quotes } = composeArticle({
      statements: [{ content: `Words of ${tests}`, speaker: 'Ida Voss' }],
    });
    await storeOf().saveArticle(workspace, article, quotes);
  };

  it('keeps watches, each workspace its own, and changes and removes them', async () => {
    const watch = await add();
    expect(watch).toEqual({ ...draftWatch(), id: watch.id });
    expect(watch.id).toMatch(/^w_[a-z2-7]{16}$/u);
    const other = await add({ frequency: 'daily' });
    await add({}, desk);
    expect(await storeOf().listWatches(press)).toEqual([watch, other]);
    const changes = { state: 'blocked', problem: 'The channel is gone.' } as const;
    expect(await storeOf().changeWatch(press, watch.id, changes)).toEqual({ ...watch, ...changes });
    expect(await storeOf().changeWatch(desk, watch.id, changes)).toBeNull();
    expect(await storeOf().removeWatch(desk, watch.id)).toBe(false);
    expect(await storeOf().removeWatch(press, watch.id)).toBe(true);
    expect(await storeOf().listWatches(press)).toEqual([other]);
  });

  it('hands out those that have something to do, once at a time', async () => {
    const watch = await add();
    await add({ state: 'blocked' });
    await add({ nextLook: EVENING });
    await add({ toldUpTo: 1 });
    await add({}, desk);
    expect(await claimed()).toEqual([]);
    await storeQuote();
    expect(await claimed()).toEqual([watch]);
    expect(await claimed()).toEqual([]);
    expect(await claimed(LATER, EVENING)).toEqual([watch]);
    await storeOf().changeWatch(press, watch.id, { nextLook: NOW, toldUpTo: 1 });
    expect(await claimed()).toEqual([]);
    const pending = { messages: [], quoteIds: ['q_one'], upTo: 1 };
    await storeOf().changeWatch(press, watch.id, { pending });
    expect(await claimed()).toEqual([{ ...watch, nextLook: NOW, toldUpTo: 1, pending }]);
  });
}
