import { z } from 'zod';
import type { InputError } from '../errors.ts';
import { readJsonLines } from './json-lines.ts';

/** An article as a line of an archive holds it; other fields are left aside. */
const ArchivedArticle = z.object({
  text: z.string(),
  title: z.string().nullish(),
  outlet: z.string().nullish(),
  url: z.string().nullish(),
  published: z.string().nullish(),
});

/** One line of an archive, as a person would hand the article in, or what is wrong with it. */
export type ArchiveLine =
  | { readonly number: number; readonly submission: ArchivedSubmission }
  | { readonly number: number; readonly problem: InputError };

interface ArchivedSubmission {
  readonly bytes: Uint8Array;
  readonly fileName: null;
  readonly title?: string;
  readonly outlet?: string;
  readonly url?: string;
  readonly published?: string;
}

/** The articles of an archive in JSON lines, one a line. A line that is wrong is told and stops nothing. */
export async function* readArchive(stream: AsyncIterable<Uint8Array>): AsyncGenerator<ArchiveLine> {
  for await (const line of readJsonLines(stream, ArchivedArticle)) {
    if ('problem' in line) yield line;
    else {
      const { text, ...details } = line.value;
      const given = Object.entries(details).filter(([, value]) => (value ?? '').trim() !== '');
      const bytes = new TextEncoder().encode(text);
      const submission = { ...Object.fromEntries(given), bytes, fileName: null };
      yield { number: line.number, submission };
    }
  }
}
