import { assert as check, asyncProperty, array, constantFrom, integer, record } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../commands/index.ts';
import { parseLine } from '../../commands/line.ts';
import { openServices, type Services } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { AppError } from '../../src/errors.ts';
import { createLog } from '../../src/log.ts';
import { renderTerminal } from '../../src/view/terminal.ts';

const log = createLog({ level: 'error', secrets: [], now: () => new Date(), write: () => {} });
const TERMINAL = { colour: false, width: 100 };
/** Words that stand in one workspace's articles, feeds and settings alone. */
const MARKS = ['Quandorra', 'Blivenholt', 'Zaskopia'] as const;
type Mark = (typeof MARKS)[number];

/** What is done in a workspace: command lines, with ids that other workspaces made. */
const LINES: readonly ((mark: Mark, ids: readonly string[], pick: number) => string)[] = [
  () => '/who-denied missile transfer',
  () => '/who-said missile',
  () => '/position Mara Lindqvist',
  () => '/timeline missile transfer',
  () => '/contradictions missile transfer',
  () => '/silent missile transfer',
  () => '/ask who denied the missile transfer?',
  () => '/article list',
  (_, ids, pick) => `/article show ${ids[pick % Math.max(1, ids.length)] ?? 'a_none'}`,
  (_, ids, pick) => `/article forget ${ids[pick % Math.max(1, ids.length)] ?? 'a_none'}`,
  (_, ids, pick) => `/quote ${ids[pick % Math.max(1, ids.length)] ?? 'q_none'}`,
  (_, ids, pick) => `/watch remove ${ids[pick % Math.max(1, ids.length)] ?? 'w_none'}`,
  (_, ids, pick) => `/briefing preview ${ids[pick % Math.max(1, ids.length)] ?? 'b_none'}`,
  (_, ids, pick) => `/briefing pause ${ids[pick % Math.max(1, ids.length)] ?? 'b_none'}`,
  (_, ids, pick) => `/feed pause ${ids[pick % Math.max(1, ids.length)] ?? 'f_none'}`,
  () => '/feed list',
  () => '/feed health',
  () => '/briefing list',
  () => '/watch list',
  () => '/status',
  () => '/settings',
  () => '/usage',
];

describe('workspaces', () => {
  let services: Services;
  beforeAll(async () => {
    services = await openServices({ config: readConfig({}), location: ':memory:', log });
  }, 60_000);
  afterAll(() => services.close());

  /** Everything that a workspace is ever shown. */
  const depsIn = (workspace: string) =>
    services.depsFor(workspace, {
      asker: { userId: `7${workspace.length}`, isPublic: true },
      place: { channelId: '1', name: 'desk', kind: 'text', tags: [] },
    });
  const type = async (workspace: string, line: string): Promise<string> => {
    try {
      const { command, options } = await parseLine(line, COMMANDS, () =>
        Promise.reject(new Error('no file')),
      );
      const view = await command.run(options, depsIn(workspace));
      return `${JSON.stringify(view)}\n${renderTerminal(view, TERMINAL)}`;
    } catch (error) {
      if (error instanceof AppError) return error.userMessage;
      throw error;
    }
  };
  const suggest = async (workspace: string): Promise<string> => {
    const deps = depsIn(workspace);
    const suggested = await Promise.all([
      deps.suggestSpeakers(''),
      deps.suggestOutlets(''),
      deps.suggestTopics(''),
      deps.suggestQuotes('missile'),
      deps.briefings.list(),
      deps.watches.list(),
      services.store.findComponentState(workspace, 'shared-id'),
    ]);
    return JSON.stringify(suggested);
  };
  /** Fills a workspace with what bears its mark; the ids of all of it. */
  const fill = async (workspace: string, mark: Mark, run: number): Promise<readonly string[]> => {
    const { store } = services;
    const text = `${mark} minister Mara Lindqvist denied a missile transfer on Monday. “${mark} sent no missile number ${run},” she said.`;
    const { articleId } = await depsIn(workspace).ingest({
      bytes: new TextEncoder().encode(text),
      fileName: null,
      title: `${mark} denies`,
      outlet: `${mark} Post`,
      published: '2031-03-02',
    });
    const quotes = await store.listArticleQuotes(workspace, articleId);
    await type(workspace, `/briefing create ${mark} transfer name:${mark} brief`);
    await type(workspace, `/watch add topic:${mark} transfer`);
    await type(workspace, `/who-said ${mark}`);
    const { feed } = await store.addFeed(workspace, feedOf(mark));
    await store.saveComponentState(workspace, 'shared-id', { userId: '7', payload: { mark } });
    await depsIn(workspace).changeSettings({ mentionRoles: [{ id: '1', name: mark }] });
    const [briefings, watches] = [await store.listBriefings(workspace), await store.listWatches(workspace)];
    return [articleId, feed.id, ...[...quotes, ...briefings, ...watches].map(({ id }) => id)];
  };
  const step = record({
    who: integer({ min: 0, max: 2 }),
    line: constantFrom(...LINES),
    pick: integer({ min: 0, max: 99 }),
  });

  it('never see anything of each other, whatever is done in them', async () => {
    let runs = 0;
    await check(
      asyncProperty(array(step, { minLength: 12, maxLength: 24 }), async (steps) => {
        runs += 1;
        const names = MARKS.map((mark) => `guild:${runs}${mark.length}`);
        const ids: string[] = [];
        for (const [index, mark] of MARKS.entries())
          ids.push(...(await fill(names[index] ?? '', mark, runs)));
        for (const { who, line, pick } of steps) {
          const [workspace, mark] = [names[who] ?? '', MARKS[who] ?? 'Quandorra'];
          const seen = `${await type(workspace, line(mark, ids, pick))}\n${await suggest(workspace)}`;
          const others = MARKS.filter((each) => each !== mark && seen.includes(each));
          expect(others).toEqual([]);
        }
      }),
      { numRuns: 5 },
    );
  }, 120_000);
});

function feedOf(mark: string) {
  return {
    url: `https://${mark.toLowerCase()}.example/feed`,
    title: `${mark} feed`,
    site: null,
    state: 'active',
    filters: { only: [mark], except: [] },
    since: '2031-03-01T00:00:00.000Z',
    addedAt: '2031-03-02T00:00:00.000Z',
    nextTry: '2031-03-02T00:00:00.000Z',
    lastTry: null,
    lastSuccess: null,
    lastError: `${mark} is down.`,
    failures: 9,
    isToldFailing: false,
    interval: null,
    known: null,
    movedTo: null,
    stored: 0,
    failed: 0,
    lastEntryError: null,
  } as const;
}
