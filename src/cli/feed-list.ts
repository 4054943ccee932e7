import { feedName, tellFeed } from '../../commands/tell-feed.ts';
import { InputError } from '../errors.ts';
import type { FeedServices } from '../feed-services.ts';
import type { FollowOptions } from '../ingest/follow-feed.ts';
import type { PollOutcome } from '../ingest/poll-feed.ts';
import type { FeedSubscription } from '../records/feed-subscription.ts';
import { readInput } from './read-input.ts';
import { readStoreOptions } from './store-options.ts';
import { EXIT, type Shell, type Typed } from './verb.ts';

/** What `onrecord feed` does with the feeds of a workspace, by the word that follows it. */
export const FEED_WORKS = {
  add,
  list,
  test,
  pause,
  resume,
  remove,
  import: importList,
  export: exportList,
  poll,
};

interface FeedTask {
  readonly feeds: FeedServices;
  readonly workspace: string;
  /** What was typed after the work's name. */
  readonly named: readonly string[];
  readonly typed: Typed;
  readonly say: (json: unknown, words: string) => Promise<void>;
  readonly shell: Shell;
}

/** Opens the store and the web for one work. */
export async function runFeedWork(
  work: (task: FeedTask) => Promise<number>,
  typed: Typed,
  shell: Shell,
): Promise<number> {
  const { workspace, location } = readStoreOptions(typed);
  const { readConfig } = await import('../config.ts');
  const { withServices } = await import('../compose.ts');
  const { neutralise } = await import('../view/neutral.ts');
  const say = (json: unknown, words: string): Promise<void> =>
    shell.print(`${typed.isOn('json') ? JSON.stringify(json) : neutralise(words)}\n`);
  return withServices({ config: readConfig(), location, log: shell.log }, async ({ openFeeds }) =>
    work({ feeds: await openFeeds(), workspace, named: typed.words.slice(1), typed, say, shell }),
  );
}

const DEFAULT_HOURS = 24;

function followOptions(typed: Typed): FollowOptions {
  const hours = Number(typed.text('hours') ?? DEFAULT_HOURS);
  if (!(hours >= 0 && hours <= 24 * 366)) throw new InputError('Give --hours a number from 0 to 8784.');
  return {
    filters: { only: phrases(typed.text('only')), except: phrases(typed.text('except')) },
    quietHours: hours,
  };
}

function phrases(written = ''): readonly string[] {
  return written
    .split(';')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

function theOne({ named }: FeedTask, what = 'feed, by its address or id'): string {
  const [one, ...more] = named;
  if (one === undefined || more.length > 0) throw new InputError(`Name one ${what}.`);
  return one;
}

async function add(task: FeedTask): Promise<number> {
  const { feeds, workspace, typed, say } = task;
  const { feed, isNew, entries, others } = await feeds.follow(
    workspace,
    theOne(task, 'address'),
    followOptions(typed),
  );
  const also = others.length > 0 ? `\nThe site names others: ${others.join(', ')}` : '';
  const what = isNew
    ? `Followed: ${feedName(feed)}, ${entries} entries now.`
    : `Followed already: ${feedName(feed)}.`;
  await say({ ...feed, isNew, entries, others }, `${what}${also}`);
  return EXIT.done;
}

async function list({ feeds, workspace, typed, say }: FeedTask): Promise<number> {
  const all = await feeds.list(workspace);
  if (all.length === 0 && !typed.isOn('json')) await say(null, 'No feed is followed: onrecord feed add URL.');
  for (const feed of all) await say(feed, sayFeed(feed));
  return EXIT.done;
}

async function test(task: FeedTask): Promise<number> {
  const { plainText } = await import('../article/feed/plain-text.ts');
  const { url, feed, others } = await task.feeds.find(theOne(task, 'address'));
  const titles = feed.entries.slice(0, 5).map(({ title, publishedAt }) => {
    const words = title === null ? 'untitled' : plainText(title);
    return `  ${publishedAt ?? 'undated'} · ${words}`;
  });
  const title = feed.title === null ? null : plainText(feed.title);
  const json = { url, title, format: feed.format, entries: feed.entries.length, others };
  await task.say(
    json,
    [`${title ?? 'A feed'} (${url}): ${feed.entries.length} entries`, ...titles].join('\n'),
  );
  return EXIT.done;
}

async function pause(task: FeedTask): Promise<number> {
  const feed = await task.feeds.pause(task.workspace, theOne(task));
  await task.say(feed, `Paused: ${feedName(feed)}.`);
  return EXIT.done;
}

async function resume(task: FeedTask): Promise<number> {
  const feed = await task.feeds.resume(task.workspace, theOne(task));
  await task.say(feed, `Polled again: ${feedName(feed)}.`);
  return EXIT.done;
}

async function remove(task: FeedTask): Promise<number> {
  const feed = await task.feeds.remove(task.workspace, theOne(task));
  await task.say({ ...feed, removed: true }, `Followed no more: ${feedName(feed)}. Its articles stay.`);
  return EXIT.done;
}

async function importList(task: FeedTask): Promise<number> {
  const { feeds, workspace, typed, say, shell } = task;
  const { bytes } = await readInput(theOne(task, 'OPML file, or - for standard input'), shell);
  const counts = await feeds.importList(workspace, bytes, followOptions(typed));
  await say(counts, `${counts.added} feeds followed, ${counts.known} were already.`);
  return EXIT.done;
}

async function exportList({ feeds, workspace, typed, shell }: FeedTask): Promise<number> {
  const opml = await feeds.exportList(workspace);
  await shell.print(typed.isOn('json') ? `${JSON.stringify({ opml })}\n` : `${opml}\n`);
  return EXIT.done;
}

async function poll({ feeds, workspace, named, say }: FeedTask): Promise<number> {
  if (named.length > 1) throw new InputError('Name one feed, or none for all.');
  let hasFailed = false;
  await feeds.poll(workspace, named[0] ?? null, async (outcome) => {
    hasFailed ||= outcome.result === 'failed';
    await say(outcome, sayOutcome(outcome));
  });
  return hasFailed ? EXIT.failure : EXIT.done;
}

function sayFeed(feed: FeedSubscription): string {
  const { name, facts } = tellFeed(feed);
  return [name, ...facts.map((fact) => `  ${fact}`)].join('\n');
}

function sayOutcome({ url, result, stored, revised, leftOut, failed, left, error }: PollOutcome): string {
  const counts = [
    [stored, 'stored'],
    [revised, 'revised'],
    [leftOut, 'left out'],
    [failed, 'failed'],
    [left, 'to be tried again'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const words = result === 'read' ? told.join(', ') || 'nothing new' : [result, ...told].join(', ');
  return `${url}: ${words}${error === null ? '' : `. ${error}`}`;
}
