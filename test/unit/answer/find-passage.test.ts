import { describe, expect, it } from 'vitest';
import { findPassage } from '../../../src/answer/find-passage.ts';
import { passageAt, sliceAt } from '../../../src/records/span.ts';
import { parseTopic } from '../../../src/search/topic.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { composeArticle } from '../../support/store-articles.ts';
import { spanOf } from '../../support/records/answers.ts';

async function storeOne(text: string, content: string) {
  const store = await openStore(':memory:', { now: () => new Date('2031-01-02T03:04:05Z') });
  const sketch = composeArticle({ statements: [{ content }] });
  const [first] = sketch.quotes;
  if (first === undefined) throw new Error('the sketch has a quote');
  const passage = passageAt(text, [spanOf(text, content)]);
  const quote = { ...first.quote, content: passage, cue: passage, speaker: null };
  await store.saveArticle('a', { ...sketch.article, text }, [{ ...first, quote }]);
  const { quotes } = await store.searchQuotes('a', { topic: parseTopic(content), limit: 1 });
  return { store, quoteId: quotes[0]?.id ?? '' };
}

describe('the passage of a quote', () => {
  it('is its paragraph', async () => {
    const { store, quoteId } = await storeOne(
      'Before.\n\n“No ship,” she said. It rained.\n\nAfter.',
      'No ship',
    );
    const passage = await findPassage(quoteId, { workspace: 'a', store });
    expect(passage && sliceAt(passage.article.text, passage.span)).toBe('“No ship,” she said. It rained.');
    expect(await findPassage(quoteId, { workspace: 'b', store })).toBeNull();
    expect(await findPassage('nothing', { workspace: 'a', store })).toBeNull();
    await store.close();
  });

  it('names the other articles that carry the same words of the same speaker', async () => {
    const store = await openStore(':memory:', { now: () => new Date('2031-01-02T03:04:05Z') });
    const content = 'No ship has left this port.';
    const carried = { content, speaker: 'Mara Eld', stance: 'denied' } as const;
    const save = async (outlet: string, speaker: string) => {
      const { article, quotes } = composeArticle({
        title: outlet,
        outlet,
        publishedAt: '2031-01-02',
        statements: [{ ...carried, speaker }],
      });
      await store.saveArticle('a', { ...article, contentHash: outlet }, quotes);
    };
    await save('Harbour Post', 'Mara Eld');
    await save('Fjord Mail', 'Mara Eld');
    await save('Other Times', 'Tomas Eke');
    const { quotes } = await store.searchQuotes('a', { topic: parseTopic('ship'), limit: 9 });
    const own = quotes.find(({ article }) => article.outlet === 'Harbour Post');
    const passage = await findPassage(own?.id ?? '', { workspace: 'a', store });
    expect(passage?.quote.copies?.map(({ outlet }) => outlet)).toEqual(['Fjord Mail']);
    await store.close();
  });

  it('is cut between words where a paragraph has no end', async () => {
    const { store, quoteId } = await storeOne(
      `${'word '.repeat(9000)}No ship ${'word '.repeat(9000)}`,
      'No ship',
    );
    const passage = await findPassage(quoteId, { workspace: 'a', store });
    const slice = passage && sliceAt(passage.article.text, passage.span);
    expect(slice).toMatch(/^word .* No ship .* word$/u);
    expect(slice?.length).toBeLessThan(2000);
    await store.close();
  });
});
