import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Submission } from '../../commands/command.ts';
import { InputError } from '../errors.ts';
import { readArchive } from '../ingest/archive-lines.ts';
import { findFiles, formatOfName } from '../ingest/find-files.ts';
import { isWebAddress, openInput, readInput, sayUnreadable } from './read-input.ts';
import type { Shell } from './verb.ts';

/** One article to ingest, or what kept it from being found. */
export interface IngestItem {
  /** Where it comes from: a path, and a line of it, or a web address; null for standard input. */
  readonly file: string | null;
  readonly line?: number;
  /** Whether `file` holds this article alone, so that it need not be read again while it does not change. */
  readonly isWholeFile: boolean;
  /** Throws AppError when it can't be read. */
  readonly open: () => Promise<Submission>;
}

/** What goes before what an article says of itself. */
type Details = Pick<Submission, 'title' | 'outlet' | 'url' | 'published'>;

export interface ListDeps {
  readonly details: Details;
  readonly shell: Shell;
  /** Called for each file of a folder whose format is not known. */
  readonly onOther: (path: string) => void;
}

/** The articles that the words of a command line name: files, folders, archives, web addresses, and `-`. */
export async function* listItems(words: readonly string[], deps: ListDeps): AsyncGenerator<IngestItem> {
  for (const word of words) {
    if (isWebAddress(word)) yield openPage(word, deps);
    else if (await isFolder(word)) yield* listFolder(word, deps);
    else if (formatOfName(word) === 'archive') yield* listArchive(word, deps);
    else yield openWord(word, deps);
  }
}

/** More words than a person types: a shell wrote them for a pattern, `press/*.txt`. */
const FEW = 10;

/** How many articles `listItems` will list, and whether they are many; null where an archive is among them. */
export async function countItems(
  words: readonly string[],
): Promise<{ isMany: boolean; total: number | null }> {
  let total = 0;
  let isMany = words.length > FEW;
  for (const word of words) {
    if (isWebAddress(word)) total += 1;
    else if (await isFolder(word)) {
      isMany = true;
      for await (const found of findFiles(word)) {
        if ('format' in found && found.format === 'archive') return { isMany, total: null };
        total += 'format' in found && found.format === 'other' ? 0 : 1;
      }
    } else if (formatOfName(word) === 'archive') return { isMany: true, total: null };
    else total += 1;
  }
  return { isMany, total };
}

async function isFolder(word: string): Promise<boolean> {
  const found = word === '-' ? null : await stat(word).catch(() => null);
  return found?.isDirectory() ?? false;
}

async function* listFolder(folder: string, deps: ListDeps): AsyncGenerator<IngestItem> {
  for await (const found of findFiles(folder)) {
    if ('error' in found) yield refusal(found.path, sayUnreadable(found.path, found.error));
    else if (found.format === 'archive') yield* listArchive(found.path, deps);
    else if (found.format === 'article') yield openWord(found.path, deps);
    else deps.onOther(found.path);
  }
}

function openPage(url: string, { details }: ListDeps): IngestItem {
  return {
    file: url,
    isWholeFile: false,
    open: async () => ({ ...details, url, bytes: null, fileName: null }),
  };
}

function openWord(word: string, { details, shell }: ListDeps): IngestItem {
  return {
    file: word === '-' ? null : word,
    isWholeFile: word !== '-',
    open: async () => ({ ...(await readInput(word, shell)), ...details }),
  };
}

function refusal(file: string, error: unknown): IngestItem {
  return { file, isWholeFile: false, open: () => Promise.reject(error) };
}

/** Typed details go before those of each line; what they leave open must not empty it. */
async function* listArchive(path: string, { details, shell }: ListDeps): AsyncGenerator<IngestItem> {
  const typed = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  let last = 0;
  try {
    for await (const line of readArchive(openArchive(path, shell))) {
      last = line.number;
      const open = async (): Promise<Submission> => {
        if ('problem' in line) throw line.problem;
        return { ...line.submission, ...typed };
      };
      yield { file: path, line: line.number, isWholeFile: false, open };
    }
  } catch (cause) {
    const behind = last === 0 ? 'it is no gzip file' : `it is damaged behind line ${last}`;
    yield refusal(
      path,
      cause instanceof InputError
        ? cause
        : new InputError(`The archive ${path} can't be read: ${behind}.`, { cause }),
    );
  }
}

function openArchive(path: string, shell: Shell): AsyncIterable<Uint8Array> {
  const packed = openInput(path, shell);
  if (!/\.gz$/iu.test(path)) return packed;
  return unpack(packed);
}

async function* unpack(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const fed = pipeline(packed, gunzip);
  // What goes wrong is thrown by reading, too, which comes to it first.
  fed.catch(() => {});
  for await (const bytes of gunzip) yield bytes;
  await fed;
}
