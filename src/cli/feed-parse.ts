import { z } from 'zod';
import { InputError } from '../errors.ts';
import type { Feed } from '../records/feed.ts';
import { feedJson } from './feed-json.ts';
import { readJsonLines } from '../ingest/json-lines.ts';
import { openInput, readInput } from './read-input.ts';
import { EXIT, type Shell, type Typed } from './verb.ts';

/** `onrecord feed parse`: what a feed holds, without any store or network. */
export async function parseFeedFile(typed: Typed, shell: Shell): Promise<number> {
  const [, path = '-', ...more] = typed.words;
  if (more.length > 0) throw new InputError('Give one file, or lines that name many with --jsonl.');
  if (typed.isOn('jsonl')) return readLines(path, shell);
  const feed = await readFile({ file: path, url: typed.text('url') }, shell);
  await shell.print(typed.isOn('json') ? `${JSON.stringify(feedJson(feed))}\n` : await sayPlainly(feed));
  return EXIT.done;
}

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  file: z.string(),
  url: z.string().nullish(),
  contentType: z.string().nullish(),
});

interface FeedFile {
  readonly file: string;
  readonly url?: string | null | undefined;
  readonly contentType?: string | null | undefined;
}

async function readFile({ file, url, contentType }: FeedFile, shell: Shell): Promise<Feed> {
  const { readFeed } = await import('../article/feed/read-feed.ts');
  const { bytes } = await readInput(file, shell);
  const charset = /charset\s*=\s*["']?(?<label>[\w.:-]{1,40})/iu.exec(contentType ?? '')?.groups?.['label'];
  return readFeed({ bytes, charset, address: url ?? null });
}

async function readLines(path: string, shell: Shell): Promise<number> {
  let exitCode: number = EXIT.done;
  for await (const line of readJsonLines(openInput(path, shell), Line)) {
    const id = 'value' in line ? line.value.id : null;
    try {
      if ('problem' in line) throw line.problem;
      const feed = await readFile(line.value, shell);
      await shell.print(`${JSON.stringify({ id, ...feedJson(feed) })}\n`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      exitCode = EXIT.badInput;
      shell.warn(error.userMessage);
      await shell.print(`${JSON.stringify({ id, error: error.userMessage })}\n`);
    }
  }
  return exitCode;
}

async function sayPlainly({ title, link, entries }: Feed): Promise<string> {
  const { neutraliseLine } = await import('../view/neutral.ts');
  const { plainText } = await import('../article/feed/plain-text.ts');
  const head = [title === null ? null : plainText(title), link].filter((part) => part !== null);
  const lines = entries.map((entry) =>
    [entry.publishedAt ?? entry.published, entry.title === null ? null : plainText(entry.title), entry.link]
      .filter((part) => part !== null)
      .join(' · '),
  );
  return [...head, '', ...lines].map((line) => `${neutraliseLine(line)}\n`).join('');
}
