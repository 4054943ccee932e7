import { z } from 'zod';
import type { Command } from './command.ts';
import { address } from './feed-options.ts';

const options = z.strictObject({
  url: address.describe('The address of the feed, or of a site that has one'),
});

const SHOWN = 5;

/** What an address holds, without following it. */
export const feedTest = {
  name: 'feed test',
  description: 'What a feed holds, without following it',
  options,
  access: 'managers',
  visibility: 'only-you',
  example: '/feed test url:https://harbournews.example',
  async run({ url: given }, deps) {
    const { plainText } = await import('../src/article/feed/plain-text.ts');
    const { url, feed, others } = await deps.feeds.find(given);
    const items = feed.entries.slice(0, SHOWN).map(({ title, publishedAt, link }) => ({
      name: title === null ? 'Without a title' : plainText(title),
      facts: [[publishedAt ?? 'undated', link].filter((fact) => fact !== null).join(' · ')],
    }));
    const name = feed.title === null ? url : `${plainText(feed.title)}, ${url}`;
    const also = others.length > 0 ? ` The site names others: ${others.join(', ')}` : '';
    return {
      kind: 'listing',
      listing: { title: name, items, note: `${feed.entries.length} entries in all.${also}` },
    };
  },
} as const satisfies Command<typeof options>;
