import { beforeEach, expect, it } from 'vitest';
import type { Briefing, BriefingDraft } from '../../src/records/briefing.ts';
import type { BriefingClaim, ClaimedBriefing } from '../../src/store/briefing-store.ts';
import type { Store } from '../../src/store/store.ts';
import { draftBriefing, draftDelivery } from './briefing-records.ts';

const SLOT = '2031-03-02T07:00:00.000Z';
const NEXT_SLOT = '2031-03-03T07:00:00.000Z';
const NOW = '2031-03-02T07:00:01.000Z';
const LATER = '2031-03-02T07:15:01.000Z';

/** What every store must do with briefings; called within the contract's describe. */
export function describeBriefings(storeOf: () => Store): void {
  let tests = 0;
  let press: string;
  let desk: string;
  beforeEach(() => {
    tests += 1;
    press = `briefings press ${tests}`;
    desk = `briefings desk ${tests}`;
  });
  const add = async (name: string, changes: Partial<BriefingDraft> = {}, workspace = press) => {
    const briefing = await storeOf().addBriefing(workspace, draftBriefing(name, changes));
    if (briefing === null) throw new Error(`There is a briefing ${name} already.`);
    return briefing;
  };
  /** Claims of this test's workspaces alone: every test shares the store. */
  const claim = async (changes: Partial<BriefingClaim> = {}): Promise<readonly ClaimedBriefing[]> => {
    const claims = await storeOf().claimBriefings({ now: NOW, until: LATER, limit: 1000, ...changes });
    return claims.filter(({ workspace }) => [press, desk].includes(workspace));
  };
  const namesOf = (claims: readonly ClaimedBriefing[]) => claims.map(({ briefing }) => briefing.name);
  const claimOnly = async (briefing: Briefing): Promise<ClaimedBriefing> => {
    const [claimed] = await claim({ briefingId: briefing.id });
    if (claimed === undefined) throw new Error('The briefing is held.');
    return claimed;
  };

  it('keeps briefings by name, once each in a workspace', async () => {
    const morning = await add('Morning');
    expect(morning).toEqual({ ...draftBriefing('Morning'), id: morning.id });
    expect(morning.id).toMatch(/^b_[a-z2-7]{16}$/u);
    expect(await storeOf().addBriefing(press, draftBriefing('MORNING'))).toBeNull();
    const elsewhere = await add('Morning', {}, desk);
    const evening = await add('evening');
    expect(await storeOf().listBriefings(press)).toEqual([evening, morning]);
    expect(await storeOf().findBriefing(press, morning.id)).toEqual(morning);
    expect(await storeOf().findBriefing(press, elsewhere.id)).toBeNull();
  });

  it('changes what is given, but never to a name that another has', async () => {
    const morning = await add('Morning');
    await add('Evening');
    const changes = { state: 'blocked', problem: 'The channel is gone.', nextSlot: null } as const;
    const changed = await storeOf().changeBriefing(press, morning.id, { ...changes, name: 'Dawn' });
    expect(changed).toEqual({ ...morning, ...changes, name: 'Dawn' });
    expect(await storeOf().findBriefing(press, morning.id)).toEqual(changed);
    expect((await storeOf().changeBriefing(press, morning.id, { name: 'evening' }))?.name).toBe('Dawn');
    expect((await storeOf().changeBriefing(press, morning.id, { name: 'DAWN' }))?.name).toBe('DAWN');
    expect(await storeOf().changeBriefing(desk, morning.id, { name: 'Dusk' })).toBeNull();
  });

  it('claims what is due, the longest due first, once until the lease lapses', async () => {
    const morning = await add('Morning');
    await add('Dawn', { nextSlot: '2031-03-02T05:00:00.000Z' }, desk);
    await add('Paused', { state: 'paused' });
    await add('Blocked', { state: 'blocked' });
    await add('Tomorrow', { nextSlot: NEXT_SLOT });
    await add('Never', { nextSlot: null });
    const claims = await claim();
    expect(namesOf(claims)).toEqual(['Dawn', 'Morning']);
    expect(claims[1]).toMatchObject({ workspace: press, briefing: morning, unfinished: null });
    expect(await claim()).toEqual([]);
    expect(namesOf(await claim({ now: LATER, until: NEXT_SLOT }))).toEqual(['Dawn', 'Morning']);
  });

  it('claims one by its id, due or not, unless another holds it', async () => {
    const paused = await add('Paused', { state: 'paused', nextSlot: NEXT_SLOT });
    expect(namesOf(await claim({ briefingId: paused.id }))).toEqual(['Paused']);
    expect(await claim({ briefingId: paused.id })).toEqual([]);
  });

  it('never gives a briefing to two who claim at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_none, number) => add(`Briefing ${number}`)));
    const names = (await Promise.all(Array.from({ length: 4 }, () => claim({ limit: 7 })))).flatMap(namesOf);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set([...names, ...namesOf(await claim())]).size).toBe(20);
  });

  it('lets only the holder prolong a claim or end it', async () => {
    const morning = await add('Morning');
    const first = await claimOnly(morning);
    const hold = ({ claim: key }: ClaimedBriefing, until: string) =>
      storeOf().holdBriefing(press, morning.id, key, until);
    expect(await hold(first, NEXT_SLOT)).toBe(true);
    expect(await claim({ now: LATER, until: NEXT_SLOT })).toEqual([]);
    expect(await hold(first, NOW)).toBe(true);
    const second = await claimOnly(morning);
    expect(await hold(first, NEXT_SLOT)).toBe(false);
    expect(await hold(second, NEXT_SLOT)).toBe(true);
  });

  it('opens one delivery a slot, whoever asks and how often', async () => {
    const { id } = await add('Morning');
    const opened = await Promise.all(
      Array.from({ length: 5 }, () => storeOf().openDelivery(press, draftDelivery(id, SLOT))),
    );
    const [delivery, ...others] = opened.filter((each) => each !== null);
    expect(others).toEqual([]);
    expect(delivery).toEqual({ ...draftDelivery(id, SLOT), id: delivery?.id });
    expect(delivery?.id).toMatch(/^d_[a-z2-7]{16}$/u);
    const tomorrow = await storeOf().openDelivery(press, draftDelivery(id, NEXT_SLOT));
    expect(await storeOf().listDeliveries(press, id, 10)).toEqual([tomorrow, delivery]);
    expect(await storeOf().listDeliveries(press, id, 1)).toEqual([tomorrow]);
    expect(await storeOf().listDeliveries(desk, id, 10)).toEqual([]);
  });

  it('gives the oldest unfinished delivery along with the briefing, due or not', async () => {
    const { id } = await add('Morning', { nextSlot: NEXT_SLOT });
    const delivery = await storeOf().openDelivery(press, draftDelivery(id, SLOT));
    await storeOf().openDelivery(press, draftDelivery(id, NOW));
    const message = {
      channelId: '300000000000000001',
      messageId: null,
      nonce: `${delivery?.id}.0`,
      attemptedAt: NOW,
      body: { content: 'Good morning' },
      files: [],
    };
    const changes = { messages: [message], told: ['q_one'], reason: 'Discord was slow.' };
    await storeOf().changeDelivery(press, delivery?.id ?? '', changes);
    const [claimed] = await claim();
    expect(claimed?.unfinished).toEqual({ ...delivery, ...changes });
  });

  it('ends a delivery and moves its briefing on at once, and gives it free', async () => {
    const morning = await add('Morning');
    const { claim: held } = await claimOnly(morning);
    const delivery = await storeOf().openDelivery(press, draftDelivery(morning.id, SLOT));
    if (delivery === null) throw new Error('The slot was opened before.');
    const settlement = {
      claim: held,
      delivery: { state: 'delivered', endedAt: LATER },
      briefing: { toldUpTo: 4, toldUntil: NOW },
      nextSlot: { from: SLOT, to: NEXT_SLOT },
    } as const;
    expect(await storeOf().settleDelivery(press, delivery, { ...settlement, claim: 'another' })).toBe(false);
    expect(await storeOf().findBriefing(press, morning.id)).toEqual(morning);
    expect(await storeOf().settleDelivery(press, delivery, settlement)).toBe(true);
    expect(await storeOf().findBriefing(press, morning.id)).toEqual({
      ...morning,
      ...settlement.briefing,
      nextSlot: NEXT_SLOT,
    });
    expect(await storeOf().listDeliveries(press, morning.id, 1)).toEqual([
      { ...delivery, ...settlement.delivery },
    ]);
    expect(await claim()).toEqual([]);
    expect(namesOf(await claim({ now: NEXT_SLOT, until: '2031-03-03T08:00:00.000Z' }))).toEqual(['Morning']);
  });

  it('leaves a next slot that somebody set meanwhile', async () => {
    const morning = await add('Morning');
    const { claim: held } = await claimOnly(morning);
    const delivery = await storeOf().openDelivery(press, draftDelivery(morning.id, SLOT));
    const evening = '2031-03-02T18:00:00.000Z';
    await storeOf().changeBriefing(press, morning.id, { nextSlot: evening });
    await storeOf().settleDelivery(press, delivery ?? { id: '', briefingId: '' }, {
      claim: held,
      delivery: { state: 'delivered' },
      briefing: {},
      nextSlot: { from: SLOT, to: NEXT_SLOT },
    });
    expect((await storeOf().findBriefing(press, morning.id))?.nextSlot).toBe(evening);
  });

  it('removes a briefing with its deliveries, in its own workspace alone', async () => {
    const { id } = await add('Morning');
    await storeOf().openDelivery(press, draftDelivery(id, SLOT));
    expect(await storeOf().removeBriefing(desk, id)).toBe(false);
    expect(await storeOf().listDeliveries(press, id, 1)).toHaveLength(1);
    expect(await storeOf().removeBriefing(press, id)).toBe(true);
    expect(await storeOf().removeBriefing(press, id)).toBe(false);
    expect(await storeOf().listDeliveries(press, id, 1)).toEqual([]);
  });
}
