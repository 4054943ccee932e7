import { z } from 'zod';
import { InputError } from '../errors.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import type { ReadFromUrlDeps } from '../ingest/ingest-url.ts';
import { openFetcher } from '../open-fetcher.ts';
import type { ArticleDraft } from '../records/article.ts';
import { answerLines } from './answer-lines.ts';
import { articleJson } from './article-json.ts';
import { readJsonLines } from '../ingest/json-lines.ts';
import { isWebAddress, openInput, readInput } from './read-input.ts';
import { STORE_OPTIONS } from './store-options.ts';
import { EXIT, type Shell, type Typed, type Verb } from './verb.ts';

/** An article as it would be stored, without any store; or one that is stored, to be forgotten. */
export const article: Verb = {
  name: 'article',
  usage: '[FILE|URL|-] | forget ID …',
  summary: 'Read one article, store nothing; forget: delete a stored one with its quotes, for good',
  options: [
    { name: 'url', value: 'URL', help: 'its web address' },
    ...STORE_OPTIONS,
    { name: 'json', help: 'tell it as one JSON object' },
    { name: 'jsonl', help: 'read lines {id, file, url?} or {id, url}, write lines {id, …}' },
  ],
  async run(typed, shell) {
    const [path = '-', ...more] = typed.words;
    if (path === 'forget') {
      const { forgetArticles } = await import('./article-forget.ts');
      return forgetArticles(more, typed, shell);
    }
    if (more.length > 0)
      throw new InputError('Give one file or web address, or lines that name many with --jsonl.');
    const fetcher = openFetcher(async () => (await import('../config.ts')).readConfig().fetch);
    try {
      return await (typed.isOn('jsonl')
        ? readLines(path, fetcher, shell)
        : readOne(path, typed, { fetcher, shell }));
    } finally {
      await fetcher.close();
    }
  },
};

async function readOne(
  path: string,
  typed: Typed,
  { fetcher, shell }: { readonly fetcher: Fetcher; readonly shell: Shell },
): Promise<number> {
  const { withArticleWorkers } = await import('../article-workers.ts');
  const source = isWebAddress(path) ? { address: path } : { file: path };
  const draft = await withArticleWorkers(({ read }) =>
    readSource({ ...source, url: typed.text('url') }, { fetcher, read, shell }),
  );
  await shell.print(typed.isOn('json') ? `${JSON.stringify(articleJson(draft))}\n` : await sayPlainly(draft));
  return EXIT.done;
}

interface Source {
  readonly file?: string | undefined;
  /** What to fetch; goes before `file`. */
  readonly address?: string | undefined;
  /** What is taken for the article's address, whatever it says itself. */
  readonly url?: string | undefined;
}

interface SourceDeps extends ReadFromUrlDeps {
  readonly shell: Shell;
}

async function readSource({ file = '-', address, url }: Source, deps: SourceDeps): Promise<ArticleDraft> {
  if (address === undefined) {
    return deps.read({ ...(await readInput(file, deps.shell)), overrides: { url } });
  }
  const { readFromUrl } = await import('../ingest/ingest-url.ts');
  return readFromUrl(address, deps, { overrides: { url } });
}

async function sayPlainly(draft: ArticleDraft): Promise<string> {
  const { neutralise, neutraliseLine } = await import('../view/neutral.ts');
  const details = [draft.title, draft.byline, draft.outlet, draft.publishedAt, draft.url];
  const told = details.flatMap((detail) => (detail === null ? [] : [`${neutraliseLine(detail)}\n`]));
  return `${told.join('')}${told.length > 0 ? '\n' : ''}${neutralise(draft.text)}\n`;
}

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  file: z.string().optional(),
  url: z.string().optional(),
});

async function readLines(path: string, fetcher: Fetcher, shell: Shell): Promise<number> {
  const lines = readJsonLines(openInput(path, shell), Line);
  return answerLines(
    {
      lines,
      noAnswer: {},
      async answer({ file, url }, number, { read }) {
        if (file === undefined && url === undefined)
          throw new InputError(`Line ${number} names no file and no url.`);
        const source = file === undefined ? { address: url } : { file, url };
        return articleJson(await readSource(source, { fetcher, read, shell }));
      },
    },
    shell,
  );
}
