import type { DeliveryDeps } from '../../src/briefing/delivery-deps.ts';
import { runDueBriefings } from '../../src/briefing/run-due-briefings.ts';
import type { Briefing, PostRequest } from '../../src/records/briefing.ts';
import { nextSlot } from '../../src/schedule/next-slots.ts';
import { parseTimetable } from '../../src/schedule/timetable.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { draftBriefing } from './briefing-records.ts';
import { openChannel, SOMETHING_NEW } from './delivery-stage.ts';
import { passIfDead, startMortal } from './mortal.ts';
import { seededRandom } from './seeded-random.ts';
import { walkSlots, type WallTime } from './slot-oracle.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ON_TIME = 10 * MINUTE;

/** When something runs, as a person writes it and as a clock on the wall decides it. */
interface Timing {
  readonly words: string;
  readonly isWanted: (time: WallTime) => boolean;
}

const at = (minutes: number) => (time: WallTime) => time.minute === minutes;
/** At a time that the zone's clocks leave out and show twice. */
const nightly = (clock: string): Timing => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return { words: `daily ${clock}`, isWanted: at(hours * 60 + minutes) };
};
const WEEKDAYS: Timing = {
  words: 'weekdays 07:30',
  isWanted: (time) => at(450)(time) && time.weekday >= 1 && time.weekday <= 5,
};
const MIDNIGHT: Timing = { words: 'every day at midnight', isWanted: at(0) };
const MONTHLY: Timing = {
  words: '1st and 29th of the month 01:45',
  isWanted: (time) => at(105)(time) && [1, 29].includes(time.day),
};
const HOURLY: Timing = { words: 'every hour', isWanted: (time) => time.minute % 60 === 0 };

/** Both hemispheres, half and quarter hours, clocks set by half an hour, at midnight, in Ramadan, and never. */
const ZONES = [
  ['UTC', '00:00'],
  ['Europe/Berlin', '02:15'],
  ['America/New_York', '02:30'],
  ['America/St_Johns', '02:15'],
  ['America/Santiago', '00:15'],
  ['Asia/Kathmandu', '06:30'],
  ['Australia/Lord_Howe', '02:15'],
  ['Pacific/Chatham', '03:15'],
  ['Africa/Casablanca', '02:45'],
  ['Africa/Cairo', '00:30'],
] as const;

export interface YearOptions {
  readonly from: string;
  readonly days: number;
  readonly seed: number;
  /** The share of steps at which the process dies, and of posts that fail without it. */
  readonly deaths: number;
  readonly failures: number;
  /** How many briefings each zone has, from 1 to 5; the fifth runs each hour. */
  readonly each: number;
  /** Whether minutes are ticked in which nothing is due. */
  readonly idleMinutes: boolean;
}

export interface YearCounts {
  readonly ticks: number;
  readonly deaths: number;
  readonly failures: number;
  /** Those that the wall clocks ask for, and what became of each. */
  readonly slots: number;
  readonly delivered: number;
  readonly skipped: number;
  /** Each of these is a fault: nothing recorded, skipped without a rule, and messages lost, posted twice, in disorder, or unasked. */
  readonly missing: number;
  readonly skippedWrongly: number;
  readonly lost: number;
  readonly twice: number;
  readonly disordered: number;
  readonly unasked: number;
}

interface Planned {
  readonly briefing: Briefing;
  readonly workspace: string;
  readonly zone: string;
  readonly timing: Timing;
}

/**
 * Lets a clock run over days and ticks as the real one does, while the process dies before and after random steps and comes
 * back after minutes or days; then compares what the channels show with what clocks on the wall ask for.
 */
export async function runBriefingYear(options: YearOptions): Promise<YearCounts> {
  const random = seededRandom(options.seed);
  const from = Date.parse(options.from);
  const end = from + options.days * 24 * HOUR;
  let now = from;
  const store = await openStore(':memory:', { now: () => new Date(now) });
  const channel = openChannel();
  const plans = await planBriefings(store, options);
  const counts = { ticks: 0, deaths: 0, failures: 0 };
  let downUntil = 0;
  let due = 0;
  const chance = (share: number): boolean => now < end - 12 * HOUR && random() < share;
  const startProcess = (): DeliveryDeps => {
    const { step, storeOf } = startMortal(() => {
      if (!chance(options.deaths)) return false;
      counts.deaths += 1;
      // For a minute or two most times, for days now and then.
      downUntil = Math.min(now + Math.floor(random() ** 40 * 3 * 24 * 60) * MINUTE, end - 12 * HOUR);
      return true;
    });
    const post = async (request: PostRequest) => {
      const mayFail = (): void => {
        if (!chance(options.failures)) return;
        counts.failures += 1;
        throw new Error('Discord is down.');
      };
      mayFail();
      const outcome = await channel.post(request);
      mayFail();
      return outcome;
    };
    return {
      store: storeOf(store, STEPS),
      compose: () => Promise.resolve(SOMETHING_NEW),
      render: (_workspace, { name }, _composed, { slot }) =>
        Promise.resolve(['1', '2'].map((part) => ({ body: `${name} ${slot} ${part}`, files: [] }))),
      post: (request) => step(() => post(request)),
      findPosted: (request) => step(() => channel.find(request)),
      titleOf: ({ name }) => name,
      tellBlocked: () => Promise.resolve(),
      now: () => new Date(now),
      log: () => {},
    };
  };
  let running: DeliveryDeps | null = null;
  for (; now < end; now += MINUTE) {
    const isTick = now >= downUntil && (options.idleMinutes || now >= due);
    if (!isTick) continue;
    counts.ticks += 1;
    running ??= startProcess();
    const deathsBefore = counts.deaths;
    await runDueBriefings(running).catch(passIfDead);
    if (counts.deaths > deathsBefore) running = null;
    if (!options.idleMinutes) due = await earliestSlot(store);
  }
  const shown = channel.shown.map(({ body }) => String(body));
  const results = await compareSlots(store, plans, { from, end, shown });
  await store.close();
  return { ...counts, ...results };
}

/** What a delivery does with the store: the process may die at each. */
const STEPS = [
  'claimBriefings',
  'holdBriefing',
  'changeBriefing',
  'openDelivery',
  'changeDelivery',
  'settleDelivery',
  'measureRecord',
  'noteTold',
  'noteCorrected',
] as const satisfies readonly (keyof Store)[];

const WORKSPACES = ['guild:1', 'guild:2', 'guild:3'];

async function earliestSlot(store: Store): Promise<number> {
  const lists = await Promise.all(WORKSPACES.map((workspace) => store.listBriefings(workspace)));
  return Math.min(...lists.flat().map(({ nextSlot: slot }) => (slot === null ? Infinity : Date.parse(slot))));
}

async function planBriefings(
  store: Store,
  { from, each }: Pick<YearOptions, 'from' | 'each'>,
): Promise<readonly Planned[]> {
  const plans: Planned[] = [];
  for (const [index, [zone, clock]] of ZONES.entries()) {
    for (const timing of [nightly(clock), MONTHLY, WEEKDAYS, MIDNIGHT, HOURLY].slice(0, each)) {
      const timetable = parseTimetable(timing.words, zone);
      const workspace = WORKSPACES[index % WORKSPACES.length] ?? '';
      const draft = draftBriefing(`${zone} ${timing.words}`, {
        timetable,
        nextSlot: nextSlot(timetable, new Date(Date.parse(from) - 1).toISOString()),
        catchUpMinutes: (index % 3) * 90,
      });
      const briefing = await store.addBriefing(workspace, draft);
      if (briefing !== null) plans.push({ briefing, workspace, zone, timing });
    }
  }
  return plans;
}

type Results = Omit<YearCounts, 'ticks' | 'deaths' | 'failures'>;

async function compareSlots(
  store: Store,
  plans: readonly Planned[],
  { from, end, shown }: { readonly from: number; readonly end: number; readonly shown: readonly string[] },
): Promise<Results> {
  const counts = {
    slots: 0,
    delivered: 0,
    skipped: 0,
    missing: 0,
    skippedWrongly: 0,
    lost: 0,
    disordered: 0,
  };
  const times = Map.groupBy(shown, (message) => message);
  const asked = new Set<string>();
  for (const { briefing, workspace, zone, timing } of plans) {
    const slots = walkSlots(zone, from, end, timing.isWanted);
    const history = await store.listDeliveries(workspace, briefing.id, slots.length + 10);
    const bySlot = new Map(history.map((delivery) => [Date.parse(delivery.slot), delivery]));
    for (const [index, slot] of slots.entries()) {
      const delivery = bySlot.get(slot);
      const messages = ['1', '2'].map((part) => `${briefing.name} ${new Date(slot).toISOString()} ${part}`);
      for (const message of messages) asked.add(message);
      counts.slots += 1;
      if (delivery?.state === 'delivered') {
        counts.delivered += 1;
        counts.lost += messages.filter((message) => !times.has(message)).length;
      } else if (delivery?.state === 'skipped') {
        counts.skipped += 1;
        const seen = Date.parse(delivery.endedAt ?? '');
        const isLate = seen - slot > Math.max(ON_TIME, briefing.catchUpMinutes * MINUTE);
        const isOvertaken = (slots[index + 1] ?? Infinity) <= seen;
        if (!isLate && !isOvertaken) counts.skippedWrongly += 1;
      } else counts.missing += 1;
    }
    const own = shown.filter((message) => message.startsWith(`${briefing.name} `));
    counts.disordered += own.filter((message, index) => index > 0 && message < (own[index - 1] ?? '')).length;
  }
  const twice = [...times.values()].reduce((sum, copies) => sum + copies.length - 1, 0);
  return { ...counts, twice, unasked: [...times.keys()].filter((message) => !asked.has(message)).length };
}
