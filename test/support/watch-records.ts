import type { WatchDraft } from '../../src/records/watch.ts';

/** A watch on the harbour lease, told in direct messages, due at seven on 2 March 2031. */
export function draftWatch(changes: Partial<WatchDraft> = {}): WatchDraft {
  return {
    place: { channelId: '200000000000000001', name: 'direct messages', kind: 'direct-message', tags: [] },
    wanted: { topics: ['harbour lease'], stances: [], speakers: [], outlets: [] },
    frequency: 'at-once',
    quietHours: null,
    zone: 'UTC',
    hourlyLimit: 6,
    state: 'active',
    problem: null,
    createdBy: '200000000000000001',
    createdAt: '2031-03-01T12:00:00.000Z',
    nextLook: '2031-03-02T07:00:00.000Z',
    toldUpTo: 0,
    lookedAt: '2031-03-01T12:00:00.000Z',
    posted: [],
    pending: null,
    ...changes,
  };
}
