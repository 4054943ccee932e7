import type { Caller } from '../commands/command.ts';
import type { WatchDeps } from '../commands/watch-deps.ts';
import { InputError } from './errors.ts';
import { directMessagesOf } from './records/briefing.ts';
import type { Watch } from './records/watch.ts';
import type { Store } from './store/store.ts';

const MOST_OF_ONE = 25;
const MOST_OF_ALL = 500;
const TERMINAL = 'terminal';

export interface WatchesOfDeps {
  readonly store: Store;
  readonly zone: string;
  readonly now: () => Date;
}

/** The watches of one workspace, as its commands have them. */
export function watchesOf(
  workspace: string,
  { asker, isManager = true }: Pick<Caller, 'asker' | 'isManager'>,
  { store, zone, now }: WatchesOfDeps,
): WatchDeps {
  const callerId = asker?.userId ?? TERMINAL;
  const direct = asker === undefined ? null : directMessagesOf(asker.userId);
  const isTheirs = ({ createdBy, place: told }: Watch): boolean =>
    createdBy === callerId || (isManager && told.kind !== 'direct-message');
  const list = async (): Promise<readonly Watch[]> => (await store.listWatches(workspace)).filter(isTheirs);
  return {
    direct,
    mayTellChannels: isManager,
    async add(request) {
      const known = await store.listWatches(workspace);
      if (known.filter(({ createdBy }) => createdBy === callerId).length >= MOST_OF_ONE)
        throw new InputError(`You have ${MOST_OF_ONE} watches already: stop one with /watch remove.`);
      if (known.length >= MOST_OF_ALL)
        throw new InputError(`There are ${MOST_OF_ALL} watches here already: some have to be stopped first.`);
      const instant = now().toISOString();
      return store.addWatch(workspace, {
        ...request,
        zone,
        state: 'active',
        problem: null,
        createdBy: callerId,
        createdAt: instant,
        nextLook: instant,
        toldUpTo: await store.measureRecord(workspace),
        lookedAt: instant,
        posted: [],
        pending: null,
      });
    },
    list,
    async remove(watchId) {
      const watch = (await list()).find(({ id }) => id === watchId);
      if (watch === undefined || !(await store.removeWatch(workspace, watchId)))
        throw new InputError('There is no such watch of yours. /watch list tells them.');
      await store.forgetTold(workspace, watchId);
      return watch;
    },
  };
}
