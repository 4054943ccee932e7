import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { IngestOutcome } from '../records/view.ts';
import type { ImportedFile, Store } from '../store/store.ts';

/** Passes over files that were imported before and have not changed since, without reading them. */
export interface ImportedFiles {
  /** The outcome of a file, told from the store where it is known, else from `ingest`. */
  ingestOnce(path: string, ingest: () => Promise<IngestOutcome>): Promise<IngestOutcome>;
  /** Writes down what is not written yet. Without it those files are read again, and nothing is lost. */
  flush(): Promise<void>;
}

/** How many files are noted in one transaction; noting each by itself would wait for the disk twice an article. */
const BATCH = 200;

export function rememberFiles(store: Store, workspace: string): ImportedFiles {
  let unwritten: ImportedFile[] = [];
  const flush = async (): Promise<void> => {
    const files = unwritten;
    unwritten = [];
    if (files.length > 0) await store.noteImportedFiles(workspace, files);
  };
  return {
    async ingestOnce(path, ingest) {
      const stamp = await stampOf(path);
      if (stamp === null) return ingest();
      const absolute = resolve(path);
      const known = await store.findImportedFile(workspace, absolute, stamp);
      if (known !== null) return { ...known, status: 'duplicate' };
      const outcome = await ingest();
      unwritten.push({ path: absolute, stamp, articleId: outcome.articleId });
      if (unwritten.length >= BATCH) await flush();
      return outcome;
    },
    flush,
  };
}

/** Size and time of the last change, taken before the file is read; null where reading it will tell what is wrong. */
async function stampOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found?.isFile() ? `${found.size}:${found.mtimeNs}` : null;
}
