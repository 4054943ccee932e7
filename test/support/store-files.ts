import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { composeArticle } from './store-articles.ts';
import { fixedClock } from './store-contract.ts';

/** A folder of its own for the running test, removed after it. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Opens the store at `path`, closed after the running test. */
export async function openFile(
  path: string,
  limits: { busyTimeout?: number; maxPages?: number } = {},
): Promise<Store> {
  const store = await openStore(path, { now: fixedClock, ...limits });
  onTestFinished(() => store.close());
  return store;
}

/** Stores an article with one quote, whose words are `content`, in the workspace `press`. */
export function saveQuote(store: Store, content: string): ReturnType<Store['saveArticle']> {
  const { article, quotes } = composeArticle({ statements: [{ content, speaker: 'Ada Lorne' }] });
  return store.saveArticle('press', article, quotes);
}
