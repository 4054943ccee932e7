import { AppError, StoreError } from '../../errors.ts';

/** SQLite's primary result codes, https://www.sqlite.org/rescode.html, in the sentences people get. */
const SENTENCES: ReadonlyMap<number, (path: string) => string> = new Map([
  [5, heldByAnother],
  [6, heldByAnother],
  [8, notWritable],
  [10, (path) => `The disk under ${path} could not be read or written; check the disk, then try again.`],
  [11, (path) => `The store ${path} is damaged; restore it from a backup.`],
  [13, diskFull],
  [14, notWritable],
  [26, (path) => `The file ${path} is not an OnRecord store; choose another path or move that file away.`],
]);

/** Node's codes for what goes wrong with the folder. */
const FOLDER_SENTENCES: ReadonlyMap<string, (path: string) => string> = new Map([
  ['ENOSPC', diskFull],
  ['EACCES', notWritable],
  ['EPERM', notWritable],
  ['EROFS', notWritable],
  ['ENOENT', notWritable],
  ['EEXIST', notAFolder],
  ['ENOTDIR', notAFolder],
]);

const BUSY = 5;

/** What went wrong with the store at `path`, as an error for people; an error that is none of storage comes back as it is. */
export function explainProblem(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof AppError) return error;
  const sentence = SENTENCES.get(resultCode(error) ?? 0) ?? FOLDER_SENTENCES.get(nodeCode(error) ?? '');
  return sentence === undefined ? error : new StoreError(sentence(path), { cause: error });
}

export function isBusy(error: unknown): boolean {
  return error instanceof Error && resultCode(error) === BUSY;
}

function resultCode(error: Error): number | null {
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : null;
}

function nodeCode(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function heldByAnother(path: string): string {
  return `The store ${path} is held by another process; wait until that one is done or stop it, then try again.`;
}

function notWritable(path: string): string {
  return `The store ${path} can't be opened for writing; give this user the right to write the file and its folder, or choose another path.`;
}

function notAFolder(path: string): string {
  return `The store ${path} can't be made because a part of its path is a file; choose another path.`;
}

function diskFull(path: string): string {
  return `The disk that holds ${path} is full, so nothing was changed; free some space, then try again.`;
}
