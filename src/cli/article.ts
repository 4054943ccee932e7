import { z } from 'zod';
import { InputError } from '../errors.ts';
import type { ArticleDraft } from '../records/article.ts';
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
    const draft = await readFile(path, typed.text('url'), shell);
    await shell.print(
      typed.isOn('json') ? `${JSON.stringify(articleJson(draft))}\n` : await sayPlainly(draft),
    );
    return EXIT.done;
  },
};

async function readFile(path: string, url: string | undefined, shell: Shell): Promise<ArticleDraft> {
  const { readArticle } = await import('../article/read.ts');
  return readArticle({ ...(await readInput(path, shell)), overrides: { url } });
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

async function readLines(path: string, shell: Shell): Promise<number> {
  let exitCode: number = EXIT.done;
  for await (const line of readJsonLines(openInput(path, shell), Line)) {
    const id = 'value' in line ? line.value.id : null;
    try {
      if ('problem' in line) throw line.problem;
      const { file, url } = line.value;
      if (file === undefined) throw new InputError(`Line ${line.number} names no file.`);
      const draft = await readFile(file, url, shell);
      await shell.print(`${JSON.stringify({ id, ...articleJson(draft) })}\n`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      exitCode = EXIT.badInput;
      shell.warn(error.userMessage);
      await shell.print(`${JSON.stringify({ id, error: error.userMessage })}\n`);
    }
  }
  return exitCode;
}
