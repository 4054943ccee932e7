import { runDueWatches } from '../../src/briefing/run-due-watches.ts';
import type { WatchDeps } from '../../src/briefing/watch-deps.ts';
import { sketchOf } from '../../src/article/near-duplicates/sketch.ts';
import type { PostRequest } from '../../src/records/briefing.ts';
import type { Watch, WatchDraft } from '../../src/records/watch.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { openChannel } from './delivery-stage.ts';
import { passIfDead, startMortal } from './mortal.ts';
import { seededRandom } from './seeded-random.ts';
import { composeArticle } from './store-articles.ts';
import { draftWatch } from './watch-records.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const TICK = 5 * MINUTE;
/** Nothing is published any more, nothing dies, and what waits for an hour or a morning is told. */
const QUIET_END = 3 * DAY;
const DESK = 'guild:1';

export interface WatchDaysOptions {
  readonly from: string;
  readonly days: number;
  readonly seed: number;
  /** The share of steps at which the process dies, and of ticks at which something is published. */
  readonly deaths: number;
  readonly publishing: number;
}

export interface WatchDaysCounts {
  readonly deaths: number;
  readonly messages: number;
  /** Statements that are news, told to each watch. */
  readonly told: number;
  /** Each of these is a fault. */
  readonly missed: number;
  readonly twice: number;
  readonly unasked: number;
  readonly inQuietHours: number;
  readonly beyondLimit: number;
}

const PLANS: readonly Partial<WatchDraft>[] = [
  { frequency: 'at-once', hourlyLimit: 60 },
  { frequency: 'at-once', hourlyLimit: 2, quietHours: { from: '22:00', to: '07:00' } },
  { frequency: 'hourly', hourlyLimit: 1 },
  { frequency: 'daily', hourlyLimit: 3, quietHours: { from: '11:00', to: '12:30' } },
];

/** What a watch does with the store: the process may die at each. */
const STEPS = [
  'claimWatches',
  'holdWatch',
  'changeWatch',
  'measureRecord',
  'findTold',
  'noteTold',
] as const satisfies readonly (keyof Store)[];

interface Told {
  readonly watch: string;
  readonly statements: readonly string[];
  readonly at: number;
}

/**
 * Lets days go by in which articles come in, with and without a day, from archives and as copies, while the process dies at
 * random steps; then compares what the channels show with what was news.
 */
export async function runWatchDays(options: WatchDaysOptions): Promise<WatchDaysCounts> {
  const random = seededRandom(options.seed);
  const from = Date.parse(options.from);
  const end = from + options.days * DAY;
  let now = from;
  const clock = (): Date => new Date(now);
  const store = await openStore(':memory:', { now: clock });
  const watches = await Promise.all(
    PLANS.map((plan) => store.addWatch(DESK, draftWatch({ ...startingAt(options.from), ...plan }))),
  );
  const channel = openChannel();
  const shown: Told[] = [];
  const post = (request: PostRequest) => {
    const [watch = '', ...statements] = String(request.body).split(' + ');
    shown.push({ watch, statements, at: now });
    return channel.post(request);
  };
  let deaths = 0;
  let downUntil = 0;
  const startProcess = (): WatchDeps => {
    const { step, storeOf } = startMortal(() => {
      if (now > end || random() >= options.deaths) return false;
      deaths += 1;
      downUntil = now + Math.floor(random() ** 4 * 180) * MINUTE;
      return true;
    });
    return {
      store: storeOf(store, STEPS),
      render: ({ id }, quotes) =>
        Promise.resolve([
          { body: [id, ...quotes.map(({ content }) => content.text)].join(' + '), files: [] },
        ]),
      post: (request) => step(() => post(request)),
      findPosted: (request) => step(() => channel.find(request)),
      tellBlocked: () => Promise.resolve(),
      now: clock,
      log: () => {},
    };
  };
  const press = startPress(store, random, clock);
  let running: WatchDeps | null = null;
  for (; now < end + QUIET_END; now += TICK) {
    if (now < end && random() < options.publishing) await press.publish();
    if (now < downUntil) continue;
    running ??= startProcess();
    const before = deaths;
    await runDueWatches(running).catch(passIfDead);
    if (deaths > before) running = null;
  }
  await store.close();
  return { deaths, messages: shown.length, ...compare(watches, shown, press) };
}

function startingAt(instant: string): Partial<WatchDraft> {
  return { createdAt: instant, lookedAt: instant, nextLook: instant };
}

interface Press {
  readonly publish: () => Promise<void>;
  readonly news: ReadonlySet<string>;
}

/** Publishes what is news and what is not; `news` has what a watch must tell. */
function startPress(store: Store, random: () => number, clock: () => Date): Press {
  const news = new Set<string>();
  const archive = new Set<string>();
  const written: string[] = [];
  const dayOf = (age: number): string => new Date(clock().getTime() - age * DAY).toISOString().slice(0, 10);
  const save = async (statements: readonly string[], publishedAt: string | null): Promise<void> => {
    const { article, quotes } = composeArticle({
      outlet: `Outlet ${Math.floor(random() * 1000)}`,
      publishedAt,
      statements: statements.map((content) => ({ content, speaker: 'Mara Lindqvist', stance: 'denied' })),
    });
    await store.saveArticle(DESK, { ...article, sketch: sketchOf(article.text) }, quotes);
  };
  const write = (): string => {
    const statement = `The harbour lease number w${written.length} was never for sale`;
    written.push(statement);
    return statement;
  };
  return {
    news,
    publish: async () => {
      const fate = random();
      const count = random() < 0.1 ? 30 : 1 + Math.floor(random() * 3);
      const known = written[Math.floor(random() * written.length)];
      const statements =
        fate < 0.3 && known !== undefined ? [known] : Array.from({ length: count }, () => write());
      const kind = random();
      const publishedAt = kind < 0.2 ? null : dayOf(kind < 0.4 ? 400 : Math.floor(random() * 4));
      await save(statements, publishedAt);
      if (publishedAt === null) return;
      for (const statement of statements) {
        if (kind < 0.4) archive.add(statement);
        // What was in an archive before is no news to anybody.
        if (!archive.has(statement)) news.add(statement);
      }
    },
  };
}

function compare(
  watches: readonly Watch[],
  shown: readonly Told[],
  { news }: Press,
): Omit<WatchDaysCounts, 'deaths' | 'messages'> {
  const counts = { told: 0, missed: 0, twice: 0, unasked: 0, inQuietHours: 0, beyondLimit: 0 };
  for (const { id, hourlyLimit, quietHours } of watches) {
    const own = shown.filter(({ watch }) => watch === id);
    const times = Map.groupBy(
      own.flatMap(({ statements }) => statements),
      (statement) => statement,
    );
    counts.told += times.size;
    counts.missed += [...news].filter((statement) => !times.has(statement)).length;
    counts.unasked += [...times.keys()].filter((statement) => !news.has(statement)).length;
    counts.twice += [...times.values()].reduce((sum, copies) => sum + copies.length - 1, 0);
    for (const { at } of own) {
      const clock = new Date(at).toISOString().slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM'.length);
      if (quietHours !== null && isWithin(clock, quietHours)) counts.inQuietHours += 1;
      if (own.filter((other) => other.at <= at && other.at > at - HOUR).length > hourlyLimit)
        counts.beyondLimit += 1;
    }
  }
  return counts;
}

function isWithin(clock: string, { from, to }: { readonly from: string; readonly to: string }): boolean {
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}
