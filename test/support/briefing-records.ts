import type { BriefingDraft, Delivery } from '../../src/records/briefing.ts';

/** A briefing that was just set up, due at seven on 2 March 2031. */
export function draftBriefing(name: string, changes: Partial<BriefingDraft> = {}): BriefingDraft {
  return {
    name,
    place: { channelId: '300000000000000001', name: 'morning', kind: 'text', tags: [] },
    wanted: { topics: ['harbour lease'], stances: [], speakers: [], outlets: [] },
    timetable: { cron: '0 7 * * *', words: 'daily 07:00', zone: 'UTC' },
    language: 'en',
    length: 'medium',
    onQuietDay: 'skip',
    mentionRole: null,
    catchUpMinutes: 120,
    state: 'active',
    problem: null,
    createdBy: '200000000000000001',
    createdAt: '2031-03-01T12:00:00.000Z',
    nextSlot: '2031-03-02T07:00:00.000Z',
    toldUpTo: 0,
    toldUntil: '2031-03-01T12:00:00.000Z',
    ...changes,
  };
}

export function draftDelivery(
  briefingId: string,
  slot: string,
  changes: Partial<Delivery> = {},
): Omit<Delivery, 'id'> {
  const period = { after: 0, upTo: 4, since: '2031-03-01T12:00:00.000Z', until: slot, caughtUpFrom: null };
  return {
    briefingId,
    slot,
    state: 'posting',
    reason: null,
    period,
    messages: [],
    told: [],
    corrected: [],
    endedAt: null,
    ...changes,
  };
}
