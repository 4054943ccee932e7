import { z } from 'zod';
import type { Briefing } from '../src/records/briefing.ts';
import type { Command, Connection } from './command.ts';
import type { FeedDeps } from './feed-deps.ts';

const options = z.strictObject({});

/** What is on file, and whether the parts that answer stand on work. */
export const status = {
  name: 'status',
  description: 'How much is on file, and whether everything works',
  options,
  access: 'everyone',
  visibility: 'only-you',
  example: '/status',
  async run(_options, deps) {
    const { articles, quotes, outlets } = await deps.measureCorpus();
    const waiting = await deps.countWaiting();
    const { model } = deps;
    return {
      kind: 'listing',
      listing: {
        title: 'How things stand',
        items: [
          {
            name: 'Archive',
            facts: [
              `${count(articles, 'article')}, ${count(quotes, 'quote')}, ${count(outlets, 'outlet')}`,
              ...(waiting === 0 ? [] : [`${count(waiting, 'article')} to be read again`]),
            ],
          },
          {
            name: 'Language model',
            facts: [
              model === null
                ? 'None is set: answers are written without one.'
                : `${model} writes summaries; each sentence is checked against the quotes.`,
              ...(deps.isModelResting()
                ? ['It failed several times in a row and is left alone for a while; answers come without it.']
                : []),
            ],
          },
          ...(deps.connection === null
            ? []
            : [{ name: 'Discord', facts: [tellConnection(deps.connection)] }]),
          { name: 'Feeds', facts: tellFeeds(await deps.feeds.list()) },
          { name: 'Briefings', facts: tellBriefings(await deps.briefings.list()) },
        ],
        note: articles === 0 ? 'Nothing is on file yet: add an article with /ingest.' : null,
      },
    };
  },
} as const satisfies Command<typeof options>;

const count = (number: number, thing: string): string =>
  `${number.toLocaleString('en')} ${thing}${number === 1 ? '' : 's'}`;

const MINUTE = 60_000;

function tellConnection({ heartbeatMs, upMs }: Connection): string {
  const minutes = Math.floor(upMs / MINUTE);
  const since =
    minutes < 60
      ? count(minutes, 'minute')
      : minutes < 2 * 24 * 60
        ? count(Math.floor(minutes / 60), 'hour')
        : count(Math.floor(minutes / (24 * 60)), 'day');
  const heartbeat =
    heartbeatMs === null ? 'no heartbeat was answered yet' : `a heartbeat takes ${heartbeatMs} ms`;
  return `Connected for ${since}; ${heartbeat}.`;
}

function tellFeeds(feeds: Awaited<ReturnType<FeedDeps['list']>>): readonly string[] {
  if (feeds.length === 0) return ['None is followed.'];
  const gone = feeds.filter(({ state }) => state === 'gone').length;
  const paused = feeds.filter(({ state }) => state === 'paused').length;
  const failing = feeds.filter(({ state, failures }) => state === 'active' && failures > 0).length;
  const troubles = [
    ...(failing === 0 ? [] : [`${failing} failing`]),
    ...(gone === 0 ? [] : [`${gone} gone`]),
    ...(paused === 0 ? [] : [`${paused} paused`]),
  ];
  const followed = `${count(feeds.length, 'feed')} followed`;
  if (failing + gone === 0) return [[followed, ...troubles].join(', ')];
  return [[followed, ...troubles].join(', '), '/feed health tells what is wrong.'];
}

function tellBriefings(briefings: readonly Briefing[]): readonly string[] {
  if (briefings.length === 0) return ['None is set up.'];
  const stopped = briefings.filter(({ state }) => state === 'blocked').map(({ name }) => name);
  const told = count(briefings.length, 'briefing');
  return stopped.length === 0 ? [told] : [told, `Stopped: ${stopped.join(', ')}; /briefing list tells why.`];
}
