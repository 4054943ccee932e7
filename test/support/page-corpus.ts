import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readAnyArticle } from '../../src/article/documents/read-any-article.ts';
import { InputError } from '../../src/errors.ts';
import type { ArticleDraft } from '../../src/records/article.ts';

/** The details of an article that a case may expect; one that is left out is not judged, null is that there is none. */
const DETAILS = ['title', 'outlet', 'byline', 'publishedAt', 'modifiedAt', 'language', 'url'] as const;

const Expected = z.strictObject({
  /** Where the page was fetched, where the case has it so. */
  address: z.url().nullable(),
  ...Object.fromEntries(DETAILS.map((name) => [name, z.string().nullable().optional()])),
  /** Passages that stand in the article, in this order. */
  keeps: z.array(z.string()).optional(),
  /** Words that do not. */
  drops: z.array(z.string()).optional(),
  /** What the sentence says that refuses the page. */
  refused: z.string().optional(),
});

export interface PageCase {
  readonly name: string;
  readonly html: string;
  readonly expected: z.infer<typeof Expected>;
  /** Why the case is there. */
  readonly note: string;
}

export function readPageCorpus(folder: string): readonly PageCase[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => {
      const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
      const expected = Expected.parse(JSON.parse(read('expected.json')));
      return { name, html: read('source.html'), expected, note: read('NOTE.md').trim() };
    });
}

/** What a page is read as: its article, or the sentence that refuses it. */
export async function readCase({ html, expected }: PageCase): Promise<ArticleDraft | string> {
  const bytes = new TextEncoder().encode(html);
  const fetched = expected.address === null ? {} : { fetchedFrom: expected.address };
  try {
    return await readAnyArticle({
      bytes,
      fileName: null,
      contentType: 'text/html',
      overrides: {},
      ...fetched,
    });
  } catch (error) {
    if (error instanceof InputError) return error.userMessage;
    throw error;
  }
}

/** What is wrong with the reading of a case, a line each; nothing where all is as expected. */
export function faultsOf({ expected }: PageCase, found: ArticleDraft | string): readonly string[] {
  if (expected.refused !== undefined) {
    const isSo = typeof found === 'string' && found.includes(expected.refused);
    return isSo
      ? []
      : [`not refused as expected: ${typeof found === 'string' ? found : found.text.slice(0, 80)}`];
  }
  if (typeof found === 'string') return [`refused: ${found}`];
  const details = DETAILS.flatMap((name) => {
    const wanted = z
      .string()
      .nullish()
      .parse(Object.entries(expected).find(([key]) => key === name)?.[1]);
    return wanted === undefined || wanted === found[name]
      ? []
      : [`${name}: ${found[name]}, expected ${wanted}`];
  });
  let from = 0;
  const missing = (expected.keeps ?? []).flatMap((passage) => {
    const at = found.text.indexOf(passage, from);
    if (at === -1) return [`missing: ${passage.slice(0, 60)}`];
    from = at;
    return [];
  });
  const kept = (expected.drops ?? []).filter((words) => found.text.includes(words));
  return [...details, ...missing, ...kept.map((words) => `not dropped: ${words}`)];
}
