import type { Caller } from '../commands/command.ts';
import type { BriefingDeps } from '../commands/briefing-deps.ts';
import { nearest } from '../commands/nearest.ts';
import type { Compose } from './briefing/compose-briefing.ts';
import { InputError } from './errors.ts';
import type { Briefing, ComposedBriefing, Delivery } from './records/briefing.ts';
import { nextSlot } from './schedule/next-slots.ts';
import type { Store } from './store/store.ts';

const MOST_BRIEFINGS = 50;
const HISTORY = 25;

export interface BriefingsOfDeps {
  readonly store: Store;
  readonly now: () => Date;
  readonly compose: Compose;
  /** Runs one now, besides its times; null where nothing can be posted from, as in a terminal. Resolves to null where it is run already, or waits for its next try. */
  readonly runNow: (briefing: Briefing) => Promise<Delivery | null> | null;
}

/** The briefings of one workspace, as its commands have them. */
export function briefingsOf(
  workspace: string,
  caller: Pick<Caller, 'place' | 'asker' | 'findForum'>,
  deps: BriefingsOfDeps,
): BriefingDeps {
  const { store, now, runNow } = deps;
  const soon = (briefing: Pick<Briefing, 'timetable'>) => nextSlot(briefing.timetable, now().toISOString());
  return {
    ...calledFrom(caller),
    async create(draft) {
      const known = await store.listBriefings(workspace);
      if (known.length >= MOST_BRIEFINGS)
        throw new InputError(`There are ${MOST_BRIEFINGS} briefings already: delete one first.`);
      const instant = now().toISOString();
      const added = await store.addBriefing(workspace, {
        ...draft,
        createdAt: instant,
        toldUntil: instant,
        toldUpTo: await store.measureRecord(workspace),
        nextSlot: soon(draft),
      });
      if (added !== null) return added;
      throw new InputError(
        `There is a briefing ${draft.name} already: change it with /briefing edit, or choose another name.`,
      );
    },
    list: () => store.listBriefings(workspace),
    async find(named) {
      const briefings = await store.listBriefings(workspace);
      const found = briefings.find(
        ({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase(),
      );
      return found ?? sayUnknown(named, briefings);
    },
    async change(briefing, changes) {
      const isRescheduled = changes.timetable !== undefined || changes.state === 'active';
      const { timetable = briefing.timetable } = changes;
      const slot = isRescheduled ? { nextSlot: soon({ timetable }) } : {};
      const changed = await store.changeBriefing(workspace, briefing.id, { ...changes, ...slot });
      return changed ?? sayUnknown(briefing.name, []);
    },
    async remove(briefingId) {
      const isRemoved = await store.removeBriefing(workspace, briefingId);
      await store.forgetTold(workspace, briefingId);
      return isRemoved;
    },
    preview: (briefing) => preview(workspace, briefing, deps),
    async run(briefing) {
      const running = runNow(briefing);
      if (running === null) throw new InputError('A briefing is posted by the Discord bot: run it there.');
      const delivery = await running;
      if (delivery !== null) return delivery;
      throw new InputError(
        `${briefing.name} is being posted, or waits for its next try: see /briefing history name:${briefing.name}`,
      );
    },
    history: (briefingId) => store.listDeliveries(workspace, briefingId, HISTORY),
  };
}

function calledFrom({
  place,
  asker,
  findForum,
}: Pick<Caller, 'place' | 'asker' | 'findForum'>): Pick<BriefingDeps, 'here' | 'callerId' | 'findForum'> {
  return { here: place ?? null, callerId: asker?.userId ?? null, findForum: findForum ?? (() => null) };
}

/** What a briefing would say now. Nothing counts as told. */
async function preview(
  workspace: string,
  briefing: Briefing,
  { store, now, compose }: BriefingsOfDeps,
): Promise<ComposedBriefing> {
  const period = {
    after: briefing.toldUpTo,
    upTo: await store.measureRecord(workspace),
    since: briefing.toldUntil,
    until: now().toISOString(),
    caughtUpFrom: null,
  };
  return compose(workspace, briefing, period, { withoutModel: false });
}

function sayUnknown(named: string, briefings: readonly Briefing[]): never {
  const close = nearest(
    named.toLowerCase(),
    briefings.map(({ name }) => name.toLowerCase()),
  );
  const meant = briefings.find(({ name }) => name.toLowerCase() === close)?.name;
  throw new InputError(
    `There is no briefing ${named.slice(0, 80)}. ${meant === undefined ? 'See /briefing list.' : `Did you mean ${meant}?`}`,
  );
}
