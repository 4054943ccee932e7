import { z } from 'zod';
import type { ListedItem } from '../src/records/view.ts';
import type { ArticleSummary } from '../src/store/store.ts';
import type { Command } from './command.ts';

const options = z.strictObject({
  title: z.string().trim().min(1).max(100).optional().describe('Words of the headline'),
});

/** The articles on file, the newest first. */
export const articleList = {
  name: 'article list',
  description: 'The articles on file, the newest first',
  options,
  access: 'everyone',
  visibility: 'only-you',
  example: '/article list title:missile',
  async run({ title }, deps) {
    const { articles, total } = await deps.listArticles(title ?? null);
    const left = total - articles.length;
    return {
      kind: 'listing',
      listing: {
        title: title === undefined ? 'Articles on file' : `Articles with “${title}” in the headline`,
        items: articles.map(tellArticle),
        note:
          total === 0
            ? 'There is none: add an article with /ingest.'
            : `${total.toLocaleString('en')} in all${left > 0 ? `; ${left.toLocaleString('en')} older ones are not listed` : ''}. /article show tells more of one.`,
      },
    };
  },
} as const satisfies Command<typeof options>;

function tellArticle({ id, title, outlet, publishedAt, storedAt, quotes }: ArticleSummary): ListedItem {
  const facts = [outlet, publishedAt ?? `stored ${storedAt.slice(0, 10)}`, `${quotes} quotes`];
  return {
    name: title ?? 'Without a headline',
    facts: [facts.filter((fact) => fact !== null).join(' · '), `id ${id}`],
  };
}
