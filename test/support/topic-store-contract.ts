import { beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';

/** What every store must do with topics asked before; called within the contract's describe. */
export function describeTopicsAsked(storeOf: () => Store): void {
  let tests = 0;
  let press: string;
  beforeEach(() => {
    tests += 1;
    press = `topics press ${tests}`;
  });
  const instant = (minute: number) => new Date(Date.UTC(2031, 2, 2, 0, minute)).toISOString();
  const note = (topic: string, minute: number, userId: string | null = null, workspace = press) =>
    storeOf().noteTopic(workspace, { topic, userId, at: instant(minute) });
  const suggest = (typed: string, userId: string | null = null, workspace = press) =>
    storeOf().suggestTopics(workspace, { userId, typed }, 25);

  it('suggests topics asked before by the start of their words, the latest first', async () => {
    await note('missile transfer', 1);
    await note('herring fees', 2);
    await note('"missile" -drone', 3);
    await note('Missile Transfer', 4);
    expect(await suggest('')).toEqual(['Missile Transfer', '"missile" -drone', 'herring fees']);
    expect(await suggest('tra mis')).toEqual(['Missile Transfer']);
    expect(await suggest('ransfer')).toEqual([]);
    expect(await storeOf().suggestTopics(press, { userId: null, typed: '' }, 1)).toHaveLength(1);
  });

  it('offers nobody what another person asked alone, nor what was asked in another workspace', async () => {
    await note('harbour bribes', 1, 'ida');
    await note('harbour fees', 2);
    await note('harbour cats', 3, null, `${press} next door`);
    expect(await suggest('harbour', 'ida')).toEqual(['harbour fees', 'harbour bribes']);
    expect(await suggest('harbour', 'max')).toEqual(['harbour fees']);
    expect(await suggest('harbour')).toEqual(['harbour fees']);
    expect(await suggest('harbour', 'ida', `${press} next door`)).toEqual(['harbour cats']);
  });

  it('keeps the latest 200 of what all saw, and of each person', async () => {
    await note('the first of ida', 0, 'ida');
    for (let count = 1; count <= 203; count += 1) await note(`topic ${count}`, count);
    const kept = await storeOf().suggestTopics(press, { userId: null, typed: '' }, 999);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([200, 'topic 203', 'topic 4']);
    expect(await suggest('first', 'ida')).toEqual(['the first of ida']);
  });
}
