import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What a file's name says of it: an article, an archive of many, or neither. */
export type FileFormat = 'article' | 'archive' | 'other';

const ARTICLE = /\.(?:txt|text|md|markdown|x?html?|pdf|docx|eml)(?:\.gz)?$/iu;
const ARCHIVE = /\.(?:jsonl|ndjson)(?:\.gz)?$/iu;

export function formatOfName(name: string): FileFormat {
  if (ARCHIVE.test(name)) return 'archive';
  return ARTICLE.test(name) ? 'article' : 'other';
}

/** A file in a folder, or a folder within it that can't be read. */
export type FoundFile =
  | { readonly path: string; readonly format: FileFormat }
  | { readonly path: string; readonly error: unknown };

/**
 * The files in a folder and in the folders within, in the order of their names, the same on every machine. What is
 * hidden is left out, and links to folders are not followed: they may lead in a circle.
 */
export async function* findFiles(folder: string): AsyncGenerator<FoundFile> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => ({ error }));
  if ('error' in entries) {
    yield { path: folder, error: entries.error };
    return;
  }
  const visible = entries.filter(({ name }) => !name.startsWith('.'));
  for (const entry of visible.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* findFiles(path);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) {
      yield { path, format: formatOfName(entry.name) };
    }
  }
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ?? false;
}
