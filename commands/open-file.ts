import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { InputError } from '../src/errors.ts';

/** A file of this machine, as an option of a command takes it. Throws InputError when it can't be read. */
export async function openFile(path: string): Promise<File> {
  try {
    return new File([await openAsBlob(path)], basename(path));
  } catch (cause) {
    throw new InputError(`The file ${path} can't be read. Check the path.`, { cause });
  }
}
