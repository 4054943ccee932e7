import { z } from 'zod';
import { InputError } from '../src/errors.ts';
import { shownWords, speakerLabel } from '../src/records/quote.ts';
import type { Article } from '../src/records/article.ts';
import type { Command } from './command.ts';

const options = z.strictObject({
  id: z.string().trim().min(1).max(64).describe('Its id, as /article list tells it'),
});

/** One article: where it comes from, and every statement found in it. */
export const articleShow = {
  name: 'article show',
  description: 'One article and every statement found in it',
  options,
  access: 'everyone',
  visibility: 'only-you',
  example: '/article show id:7f3k2m9q',
  async run({ id }, deps) {
    const found = await deps.findArticle(id);
    if (found === null) throw new InputError(`No article has the id ${id}. /article list tells the ids.`);
    const { article, quotes, problem } = found;
    const source = [article.outlet, article.byline, article.publishedAt, article.language, article.url];
    return {
      kind: 'listing',
      listing: {
        title: article.title ?? 'Without a headline',
        items: quotes.map((quote) => ({
          name: quote.speaker === null ? 'No speaker named' : speakerLabel(quote.speaker),
          facts: [quote.stance, `“${shownWords(quote)}”`],
        })),
        note:
          [
            ...source.filter((fact) => fact !== null),
            ...tellLimits(article),
            ...(problem === null ? [] : [problem]),
          ].join(' · ') || null,
      },
    };
  },
} as const satisfies Command<typeof options>;

/** What the article is not: whole, or its site's own word. */
function tellLimits({ teaser, toldBy }: Article): readonly string[] {
  return [
    ...(teaser === undefined ? [] : [`Only what the feed gave, for its page could not be read: ${teaser}`]),
    ...(toldBy === undefined ? [] : [`Told by a feed of ${toldBy}, not by the site of this address.`]),
  ];
}
