import { beforeEach, describe, expect, it } from 'vitest';
import { NOT_EXTRACTED } from '../../src/records/extraction.ts';
import type { Store } from '../../src/store/store.ts';
import { composeArticle, type StatementSketch } from './store-articles.ts';

const URL = 'https://mail.example/lease';

/** What every store must do with an address whose text changes; called within the contract's describe. */
export function describeRevisions(storeOf: () => Store): void {
  describe('an address whose text changes', () => {
    let tests = 0;
    let press: string;
    beforeEach(() => {
      tests += 1;
      press = `revisions press ${tests}`;
    });
    const lease: StatementSketch = { content: 'There is no lease', speaker: 'Ada Brun' };
    const canal: StatementSketch = { content: 'The canal stays open', speaker: 'Ib Moe' };
    const draft = (statements: readonly StatementSketch[], changes: object = {}) => {
      const { article, quotes } = composeArticle({ outlet: 'Mail', statements });
      return { article: { ...article, url: URL, isLive: true, ...changes }, quotes };
    };
    const save = (statements: readonly StatementSketch[], changes: object = {}) => {
      const { article, quotes } = draft(statements, changes);
      return storeOf().saveArticle(press, article, quotes);
    };
    const idsOf = async (articleId: string) =>
      (await storeOf().listArticleQuotes(press, articleId)).map(({ id }) => id);
    const current = async () => {
      const request = { topic: { all: [], none: [] }, outlet: 'Mail', limit: 10 };
      const { quotes } = await storeOf().searchQuotes(press, request);
      return quotes.map(({ id, article }) => [id, article.id]);
    };

    it('may go back to a former text: that is the newest again, its quotes under their ids', async () => {
      const first = await save([lease, canal]);
      const ids = await idsOf(first.articleId);
      await save([lease]);
      const third = await save([lease, canal]);
      expect(third).toMatchObject({ status: 'revised', quotes: 2 });
      expect(new Set(await idsOf(third.articleId))).toEqual(new Set(ids));
      expect(new Set(await current())).toEqual(new Set(ids.map((id) => [id, third.articleId])));
      expect(await save([lease, canal])).toMatchObject({ status: 'duplicate', articleId: third.articleId });
      expect(await storeOf().findByContent(press, draft([lease]).article)).toBeNull();
      expect(await storeOf().measureCorpus(press)).toMatchObject({ articles: 1, quotes: 2 });
    });

    it('is not taken back by a file or an older copy with a former text', async () => {
      const first = await save([lease, canal]);
      const second = await save([lease]);
      expect(await save([lease, canal], { isLive: false })).toMatchObject({
        status: 'duplicate',
        articleId: first.articleId,
      });
      expect(await current()).toMatchObject([[expect.any(String), second.articleId]]);
    });

    it('keeps the ids of quotes that are found only after the revision was stored', async () => {
      const first = await save([lease, canal]);
      const [leaseId, canalId] = await idsOf(first.articleId);
      const { article, quotes } = draft([canal, { content: 'New', speaker: 'Al' }]);
      const second = await storeOf().saveArticle(press, article, []);
      expect(await storeOf().replaceQuotes(press, second.articleId, quotes, NOT_EXTRACTED)).toMatchObject({
        kept: 1,
        added: 1,
      });
      expect((await idsOf(second.articleId)).includes(canalId ?? '')).toBe(true);
      expect(await idsOf(first.articleId)).toEqual([leaseId]);
      expect(await storeOf().findQuote(press, leaseId ?? '')).toHaveProperty('superseded');
      expect(await storeOf().findQuote(press, canalId ?? '')).not.toHaveProperty('superseded');
      expect(await storeOf().measureCorpus(press)).toMatchObject({ articles: 1, quotes: 2 });
    });

    it('takes nothing back where it only has the article in place of its teaser, or could not be read yet', async () => {
      const told = async (articleId: string) => {
        await storeOf().noteTold(press, 'b_1', await idsOf(articleId));
        return () => storeOf().listCorrected(press, 'b_1', 9);
      };
      const first = await save([lease, canal], { teaser: 'The page lies behind a paywall.' });
      const corrected = await told(first.articleId);
      const [leaseId, canalId] = await idsOf(first.articleId);
      const kept = () => storeOf().findQuote(press, leaseId ?? '');
      expect(await kept()).toHaveProperty('fromTeaser', true);
      const second = await save([lease]);
      expect(await corrected()).toEqual([]);
      expect(await kept()).not.toHaveProperty('fromTeaser');
      expect(await storeOf().findQuote(press, canalId ?? '')).toMatchObject({
        superseded: { inTeaser: true },
      });
      expect(await storeOf().findQuote(press, canalId ?? '')).not.toHaveProperty('fromTeaser');
      const { article, quotes } = draft([{ content: 'New', speaker: 'Al' }]);
      await told(second.articleId);
      const unread = { ...NOT_EXTRACTED, awaits: 'grammar' } as const;
      const third = await storeOf().saveArticle(press, article, [], unread);
      expect(await corrected()).toEqual([]);
      await storeOf().replaceQuotes(press, third.articleId, quotes, NOT_EXTRACTED);
      expect(await corrected()).toMatchObject([{ content: { text: lease.content } }]);
    });

    it('may be another address of an article that is named, whichever of its revisions is', async () => {
      const first = await save([lease, canal]);
      const second = await save([lease], { revises: first.articleId, url: 'https://mail.example/no-lease' });
      expect(second).toMatchObject({ status: 'revised', revisionOf: first.articleId });
      const third = await save([canal], { revises: first.articleId, url: 'https://mail.example/canal' });
      expect(third).toMatchObject({ status: 'revised', revisionOf: second.articleId });
      expect(await storeOf().findArticle(press, third.articleId)).toMatchObject({ revision: 3 });
    });

    it('is spoken for by nobody who only tells of it', async () => {
      const first = await save([lease]);
      const told = await save([canal], { toldBy: 'lies.example', outlet: 'Lies' });
      expect(told.status).toBe('stored');
      const again = await save([canal, lease], { toldBy: 'lies.example', outlet: 'Lies' });
      expect(again).toMatchObject({ status: 'revised', revisionOf: told.articleId });
      expect(await save([canal, canal], { toldBy: 'more.example' })).toMatchObject({ status: 'stored' });
      expect(await save([lease, lease])).toMatchObject({ status: 'revised', revisionOf: first.articleId });
    });
  });
}
