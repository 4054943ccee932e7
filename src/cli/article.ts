import { z } from 'zod';
import { InputError } from '../errors.ts';
import type { ArticleDraft } from '../records/article.ts';
import { answerLines } from './answer-lines.ts';
import { articleJson } from './article-json.ts';
import { readJsonLines } from './json-lines.ts';
import { openInput, readInput } from './read-input.ts';
import { EXIT, type Shell, type Verb } from './verb.ts';

/** An article as it would be stored, without any store. */
export const article: Verb = {
  name: 'article',
  usage: '[FILE|-]',
  summary: 'Read one article, tell its details and its text, store nothing',
  options: [
    { name: 'url', value: 'URL', help: 'its web address' },
    { name: 'json', help: 'tell it as one JSON object' },
    { name: 'jsonl', help: 'read lines {id, file, url?}, write lines {id, …}' },
  ],
  async run(typed, shell) {
    const [path = '-', ...more] = typed.words;
    if (more.length > 0) throw new InputError('Give one file, or lines that name many with --jsonl.');
    if (typed.isOn('jsonl')) return readLines(path, shell);
    const { withArticleThreads } = await import('../article-threads.ts');
    const raw = { ...(await readInput(path, shell)), overrides: { url: typed.text('url') } };
    const draft = await withArticleThreads(({ read }) => read(raw));
    await shell.print(
      typed.isOn('json') ? `${JSON.stringify(articleJson(draft))}\n` : await sayPlainly(draft),
    );
    return EXIT.done;
  },
};

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

async function readLines(path: string, shell: Shell): Promise<number> {
  const lines = readJsonLines(openInput(path, shell), Line);
  return answerLines(
    {
      lines,
      noAnswer: {},
      async answer({ file, url }, number, { read }) {
        if (file === undefined) throw new InputError(`Line ${number} names no file.`);
        return articleJson(await read({ ...(await readInput(file, shell)), overrides: { url } }));
      },
    },
    shell,
  );
}
