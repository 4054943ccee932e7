import { z } from 'zod';
import type { ArticleDraft } from '../records/article.ts';
import { speakerLabel, type Quote } from '../records/quote.ts';
import { InputError } from '../errors.ts';
import { answerLines } from './answer-lines.ts';
import { articleJson } from './article-json.ts';
import { readJsonLines } from '../ingest/json-lines.ts';
import { readsLanguage } from '../quotes/language.ts';
import { quoteJson } from './quote-json.ts';
import { openInput, readInput } from './read-input.ts';
import { EXIT, type Shell, type Typed, type Verb } from './verb.ts';

/** The quotes of one article, without any store. */
export const extract: Verb = {
  name: 'extract',
  usage: '[FILE|-]',
  summary: 'Find the quotes in one article, store nothing',
  options: [
    { name: 'published', value: 'DATE', help: 'when it was published, such as 2024-09-10' },
    { name: 'json', help: 'tell the article and its quotes as one JSON object' },
    {
      name: 'jsonl',
      help: 'read lines {id, text, published?, title?, outlet?}, write lines {id, quotes}, with the language where it is not English',
    },
  ],
  async run(typed, shell) {
    const [path = '-', ...more] = typed.words;
    if (more.length > 0) throw new InputError('Give one file, or lines of many articles with --jsonl.');
    return typed.isOn('jsonl') ? extractLines(path, shell) : extractOne(path, typed, shell);
  },
};

async function extractOne(path: string, typed: Typed, shell: Shell): Promise<number> {
  const { withArticleWorkers } = await import('../article-workers.ts');
  const raw = { ...(await readInput(path, shell)), overrides: { published: typed.text('published') } };
  const { draft, quotes } = await withArticleWorkers(async (workers) => {
    const read = await workers.read(raw);
    return { draft: read, quotes: readsLanguage(read.language) ? await workers.extract(read) : null };
  });
  if (quotes === null) shell.warn(await sayUnread(draft.language));
  if (typed.isOn('json')) await shell.print(sayJson(draft, quotes ?? []));
  else if (quotes !== null) await shell.print(await sayPlainly(quotes));
  return EXIT.done;
}

async function sayUnread(language: string | null): Promise<string> {
  const { sayUnreadLanguage } = await import('../view/wording.ts');
  const { wordsIn } = await import('../words/words.ts');
  return `No quotes were looked for: the article ${sayUnreadLanguage(language, wordsIn('en'))}.`;
}

function sayJson(draft: ArticleDraft, quotes: readonly Quote[]): string {
  return `${JSON.stringify({ article: articleJson(draft), quotes: quotes.map(quoteJson) })}\n`;
}

async function sayPlainly(quotes: readonly Quote[]): Promise<string> {
  if (quotes.length === 0) return 'There is no attributed statement in this article.\n';
  const { neutraliseLine } = await import('../view/neutral.ts');
  const lines = quotes.map(({ speaker, stance, content }) => {
    const who = speaker === null ? 'speaker not told' : speakerLabel(speaker);
    return `${stance} · ${neutraliseLine(who)}: ${neutraliseLine(content.text)}\n`;
  });
  return lines.join('');
}

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  published: z.string().nullish(),
  title: z.string().nullish(),
});

/** Spans point into each line's `text` as it was given: it is read as it stands, not brought to canonical form. */
async function extractLines(path: string, shell: Shell): Promise<number> {
  const { readPublished } = await import('../article/published.ts');
  const { detectLanguage } = await import('../article/language.ts');
  const lines = readJsonLines(openInput(path, shell), Line);
  return answerLines(
    {
      lines,
      noAnswer: { quotes: [] },
      async answer({ text, title, published }, number, { extract: findQuotes }) {
        const publishedAt = published ? readPublished(published) : null;
        const language = await detectLanguage(text, null);
        if (!readsLanguage(language)) {
          shell.warn(`Line ${number}: ${await sayUnread(language)}`);
          return { quotes: [], language };
        }
        const quotes = await findQuotes({ text, title: title ?? null, publishedAt });
        return { quotes: quotes.map(quoteJson) };
      },
    },
    shell,
  );
}
